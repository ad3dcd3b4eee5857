import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';

/** The person who works at the portal. The demo has only one, and signs them in by itself. */
export const demoIdentity = 'mia_at_the_counter';

const cookieName = 'demo_session';

/** Sessions of one run of the demo. Who is signed in stands in a signed cookie, never in a query. */
export class Sessions {
  readonly #secret = randomBytes(32).toString('hex');

  /** Signs this visitor in. */
  async open(context: Context): Promise<void> {
    await setSignedCookie(context, cookieName, demoIdentity, this.#secret, {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    });
  }

  /** Who this visitor is, or null when nobody is signed in. */
  async findIdentity(context: Context): Promise<string | null> {
    return (await getSignedCookie(context, this.#secret, cookieName)) || null;
  }
}
