import { type Ends, fullScreen } from '../full-screen.tsx';
import type { PreviewProps } from './app.tsx';

/** Opens the preview and stays until its author leaves. @throws what broke the program, after the screen is restored */
export async function showPreview(props: PreviewProps, environment: Ends): Promise<void> {
  const { variables, stdout, stdin, looks } = environment;
  const element = async (): Promise<React.JSX.Element> => {
    const { PreviewApp } = await import('./app.tsx');
    return <PreviewApp {...props} />;
  };
  await fullScreen(async () => ({ element }), { variables, stdout, stdin, looks });
}
