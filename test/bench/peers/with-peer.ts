/** Something that was started for a benchmark and must be ended. */
export interface Peer {
  close(): Promise<void> | void;
}

/** Opens a peer, uses it and ends it; one that is not to be had on this machine is left out with a line on standard error. */
export async function withPeer<P extends Peer>(
  name: string,
  open: () => Promise<P>,
  use: (peer: P) => Promise<void>,
): Promise<void> {
  let peer: P;
  try {
    peer = await open();
  } catch (error) {
    console.error(`left out: ${name} (${error instanceof Error ? error.message : String(error)})`);
    return;
  }
  try {
    await use(peer);
  } finally {
    await peer.close();
  }
}
