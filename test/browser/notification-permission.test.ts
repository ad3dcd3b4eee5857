import { expect } from '@open-wc/testing';
import { createNotificationPermission } from '../../src/browser/notification-permission.js';
import type { NotificationPermissionPort } from '../../src/core/notification-permission.js';
import { FakeNotifications } from '../support/fake-notifications.js';

describe('the permission to show notifications', () => {
  let system: FakeNotifications;
  let status: EventTarget;
  let changes = 0;
  const { query } = navigator.permissions;

  beforeEach(() => {
    system = new FakeNotifications();
    system.permission = 'default';
    status = new EventTarget();
    changes = 0;
    navigator.permissions.query = () => Promise.resolve(status as PermissionStatus);
    setActivation({ isActive: true });
  });

  afterEach(() => {
    system.restore();
    navigator.permissions.query = query;
    Reflect.deleteProperty(navigator, 'userActivation');
  });

  function setActivation(activation: { readonly isActive: boolean } | undefined): void {
    Object.defineProperty(navigator, 'userActivation', { value: activation, configurable: true });
  }

  function create(): NotificationPermissionPort {
    const permission = createNotificationPermission();
    if (!permission) throw new Error('There are no notifications.');
    return permission;
  }

  it('is not asked for before somebody asks', () => {
    const permission = create();
    permission.subscribe(() => undefined);
    expect(permission.getPermission()).to.equal('default');
    expect(system.requests).to.equal(0);
  });

  it('is asked for within a click, and what became of it is told once', async () => {
    const permission = create();
    permission.subscribe(() => (changes += 1));
    await permission.ask();
    status.dispatchEvent(new Event('change'));
    expect(permission.getPermission()).to.equal('granted');
    expect(system.requests).to.equal(1);
    expect(changes).to.equal(1);
  });

  it('is never asked for outside a click', async () => {
    setActivation({ isActive: false });
    const failure = await create()
      .ask()
      .catch((error: unknown) => error);
    expect(failure).to.include({ code: 'invalid-state' });
    expect(system.requests).to.equal(0);
  });

  it('is left to the browser where that does not say whether there was a click', async () => {
    setActivation(undefined);
    await create().ask();
    expect(system.requests).to.equal(1);
  });

  it('tells nothing when the person puts the question away', async () => {
    const permission = create();
    permission.subscribe(() => (changes += 1));
    system.answer = 'default';
    await permission.ask();
    expect(changes).to.equal(0);
  });

  it('tells when it is changed beside the address, until nobody listens any more', async () => {
    const unsubscribe = create().subscribe(() => (changes += 1));
    await Promise.resolve();
    await Promise.resolve();
    system.permission = 'denied';
    status.dispatchEvent(new Event('change'));
    expect(changes).to.equal(1);
    unsubscribe();
    system.permission = 'granted';
    status.dispatchEvent(new Event('change'));
    expect(changes).to.equal(1);
  });

  it('works where it cannot be watched', async () => {
    navigator.permissions.query = () => Promise.reject(new TypeError('notifications'));
    const permission = create();
    permission.subscribe(() => (changes += 1));
    await permission.ask();
    expect(changes).to.equal(1);
  });

  it('is none where the browser has no notifications', () => {
    Reflect.deleteProperty(globalThis, 'Notification');
    expect(createNotificationPermission()).to.equal(null);
  });
});
