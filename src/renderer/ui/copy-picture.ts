/** Puts a file on the clipboard as soon as it is drawn; `false` where it could not be drawn or the system refuses it. */
export async function copyPicture(
  type: "image/png" | "image/svg+xml",
  drawn: Promise<Uint8Array<ArrayBuffer> | null>,
) {
  const blob = drawn.then((bytes) => {
    if (bytes === null) throw new Error("Nothing was drawn");
    return new Blob([bytes], { type });
  });
  try {
    // The promise is handed over at once: the press that asked for it does not count for long.
    await navigator.clipboard.write([new ClipboardItem({ [type]: blob })]);
    return true;
  } catch {
    // Another program may hold the clipboard, or this browser takes no drawings.
    return false;
  }
}
