import { render } from 'ink';
import { FOR_LISTENERS, FULL_SCREEN } from '../show.tsx';
import { PreviewApp, type PreviewProps } from './app.tsx';

interface PreviewEnvironment {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly stdout: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
}

/** Opens the preview and stays until its author leaves. @throws what broke the program, after the screen is restored */
export async function showPreview(props: PreviewProps, environment: PreviewEnvironment): Promise<void> {
  const { variables, stdout, stdin } = environment;
  const options = variables.INK_SCREEN_READER === 'true' ? FOR_LISTENERS : FULL_SCREEN;
  await render(<PreviewApp {...props} />, { stdout, stdin, ...options }).waitUntilExit();
}
