import { html, nothing } from 'lit';
import type { NotificationPermissionPort } from '../../core/notification-permission.js';
import { renderButton, renderMessages, renderNotice } from './render-fields.js';
import { settingsIcons } from './settings-icons.js';
import { settingsTexts } from './settings-texts.js';
import type { SettingsWork } from './settings-work.js';

/** The microphone has not been permitted yet: why it should be, and the button that makes the browser ask. */
export function renderPermission(work: SettingsWork) {
  const button = renderButton({
    name: settingsTexts.allowMicrophone(),
    isMain: true,
    isPending: work.isUnderWay('permission'),
    handleClick: () => void work.attempt('permission', (audio) => audio.askForPermission()),
  });
  return renderNotice(
    settingsIcons.microphone(),
    settingsTexts.whyAllowMicrophone(),
    button,
    work.problemOf('permission'),
  );
}

/** The browser keeps the page silent. Any click ends that, and so does the one on this button. */
export function renderSoundBlocked() {
  const button = renderButton({
    name: settingsTexts.switchSoundOn(),
    isMain: true,
    handleClick: () => undefined,
  });
  return renderNotice(settingsIcons.silence(), settingsTexts.whySwitchSoundOn(), button);
}

/** Whether the system shows calls while the page is hidden; nothing where the phone does not offer that. */
export function renderNotifications(permission: NotificationPermissionPort | null, work: SettingsWork) {
  if (!permission) return nothing;
  const state = permission.getPermission();
  const button = renderButton({
    name: settingsTexts.showCalls(),
    icon: settingsIcons.bell(),
    isPending: work.isUnderWay('notifications'),
    handleClick: () => void work.attempt('notifications', () => permission.ask()),
  });
  const message = {
    default: null,
    granted: settingsTexts.callsAreShown(),
    denied: settingsTexts.callsCannotBeShown(),
  }[state];
  return html`<section part="section">
    ${state === 'default' ? button : nothing} ${renderMessages([message, work.problemOf('notifications')])}
  </section>`;
}
