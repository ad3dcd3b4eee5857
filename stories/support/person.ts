/** What a person does in a story: everything is found by role and name, as a screen reader finds it. */
import { userEvent, waitFor } from 'storybook/test';
import { allByRole, byRole } from '../../test/support/accessible.js';

/** The only element of this role and name, once it is there. */
export async function find(role: string, name?: string | RegExp): Promise<HTMLElement> {
  return waitFor(() => byRole(role, name), { timeout: 5_000 });
}

export async function press(name: string | RegExp, role = 'button'): Promise<void> {
  await userEvent.click(await find(role, name));
}

/** Waits until nothing of this role and name is there any more. */
export async function gone(role: string, name?: string | RegExp): Promise<void> {
  await waitFor(() => {
    if (allByRole(role, name).length > 0) throw new Error(`There still is a ${role} ${String(name ?? '')}.`);
  });
}

/** Waits until these words can be read in something of this role. */
export async function read(words: string | RegExp, role = 'status'): Promise<void> {
  await waitFor(
    () => {
      const texts = allByRole(role).map((element) => element.textContent?.replace(/\s+/g, ' ').trim() ?? '');
      const isThere = texts.some((text) =>
        typeof words === 'string' ? text.includes(words) : words.test(text),
      );
      if (!isThere) throw new Error(`"${String(words)}" is not in: ${texts.join(' | ')}`);
    },
    { timeout: 5_000 },
  );
}
