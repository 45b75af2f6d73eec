/** Whether a browser ended at its start because the display that the environment names does not answer. */
export function lacksDisplay(error: unknown): boolean {
  return /Missing X server|cannot open display|Failed to connect to Wayland display/iu.test(String(error));
}
