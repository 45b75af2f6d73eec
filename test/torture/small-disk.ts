import { spawnSync } from "node:child_process";
import { mkdir, open, rm, statfs } from "node:fs/promises";
import { join } from "node:path";

/** A small file system of its own, that can be filled up for real. */
export interface SmallDisk {
  /** Fills it up until so many bytes are free, about. */
  readonly fill: (free: number) => Promise<void>;
  /** Makes room again. */
  readonly clear: () => Promise<void>;
  readonly remove: () => void;
}

const MEGABYTE = 1024 * 1024;

/** Mounts a small disk on a folder; `null` where the system does not let this user. */
export async function mountSmallDisk(folder: string, megabytes: number): Promise<SmallDisk | null> {
  if (process.platform !== "linux") return null;
  await mkdir(folder, { recursive: true });
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "none", folder]);
  if (mounted.status !== 0) return null;
  const filler = join(folder, "filler.bin");
  return {
    fill: async (free) => {
      const file = await open(filler, "a");
      try {
        for (;;) {
          const { bavail, bsize } = await statfs(folder);
          const rest = bavail * bsize - free;
          if (rest <= 0) return;
          await file.appendFile(Buffer.alloc(Math.min(rest, MEGABYTE), 1));
        }
      } catch (error) {
        // The last block did not fit any more: it is full.
        if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
      } finally {
        await file.close();
      }
    },
    clear: () => rm(filler, { force: true }),
    remove: () => void spawnSync("umount", ["-l", folder]),
  };
}
