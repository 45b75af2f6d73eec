/**
 * The switches that Electron needs on its command line, since it reads them before our code runs: a smoke run without a display draws
 * nowhere, and the engine refuses to start as root with its sandbox.
 * @param {{ platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>, root: boolean, smoke: boolean }} machine
 * @returns {string[]}
 */
export function electronArguments({ platform, env, root, smoke }) {
  if (platform !== "linux") return [];
  const display = Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
  return [...(smoke && !display ? ["--ozone-platform=headless"] : []), ...(root ? ["--no-sandbox"] : [])];
}
