import { afterEach, expect, it } from 'vitest';
import { startHome } from '../../src/app/session.ts';
import { AS_IT_COMES, createLooks } from '../../src/app/settings/look.ts';
import { asciiOf } from '../../src/notation/stand-ins.ts';
import { App } from '../../src/tui/app.tsx';
import { createDesk } from '../../src/tui/editor.ts';
import { frame } from '../../src/tui/frame.ts';
import { Dressed } from '../../src/tui/look/dressed.tsx';
import { styled, textOf, writeInAscii } from '../../src/tui/styled.ts';
import { session, ZONE } from '../app/support.ts';
import { headlessOf } from './headless.tsx';

/** Files share the module: what a failure left behind would be seen in all that come after. */
afterEach(() => writeInAscii(false));

it('follows at once when the student wishes for other signs', async () => {
  const { machine } = session({ start: startHome() });
  const looks = createLooks();
  const known = { variables: { TERM: 'xterm' }, background: null };
  const edit = async (): Promise<never> => Promise.reject(new Error('nobody edits'));
  const { screen, until } = await headlessOf(
    {
      element: (
        <Dressed looks={looks} known={known}>
          <App machine={machine} zone={ZONE} desk={createDesk()} edit={edit} />
        </Dressed>
      ),
      machine,
      draw: size => {
        const { lines } = frame(machine.state(), size, ZONE);
        if (looks.current().signs !== 'ascii') return lines;
        return lines.map(line => [styled(asciiOf(textOf(line)))]);
      },
      listening: null,
    },
    { columns: 80, rows: 24 },
  );
  expect(screen()).toMatch(/▸ [\s\S]*─|─[\s\S]*▸ /);
  looks.set({ ...AS_IT_COMES, signs: 'ascii' });
  await until(() => /^[\n -~]*$/.test(screen()));
  expect(screen()).toMatch(/^-{80}$/m);
  looks.set(AS_IT_COMES);
  await until(() => /^─{80}$/m.test(screen()));
});
