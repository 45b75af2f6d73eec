/** How the storage tests start the browser that is found on this machine; root may not use its sandbox. */
export async function chromiumLaunchOptions(): Promise<{ executablePath: string; args: string[] }> {
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return await Promise.resolve({ executablePath: "/usr/bin/chromium", args });
}
