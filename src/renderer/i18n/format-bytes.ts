const UNITS = ["KB", "MB", "GB", "TB"] as const;

/** A size as 812 KB, 3.4 MB or 1.9 GB, in steps of 1024; below one tenth of a KB it is 0.1 KB. */
export function formatBytes(bytes: number): string {
  let size = Math.max(bytes / 1024, bytes > 0 ? 0.1 : 0);
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  // Rounded down: a planner must not count on room that is not there.
  const digits = size < 10 ? Math.floor(size * 10) / 10 : Math.floor(size);
  return `${digits} ${UNITS[unit] ?? ""}`;
}
