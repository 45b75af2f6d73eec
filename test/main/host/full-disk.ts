import { type Disk, nodeDisk } from "#main/host/disk.ts";
import { systemError } from "../../torture/model-disk.ts";

/** The real disk as one without any room: names can be made, and no byte fits. */
export const fullDisk: Disk = {
  ...nodeDisk,
  open: async (path, which) => {
    const file = await nodeDisk.open(path, which);
    return { ...file, append: () => Promise.reject(systemError("ENOSPC")) };
  },
};
