import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { countLeaks } from "./network-leaks.ts";
import type { CountedPackets } from "./offline-workflow.ts";
import type { TortureRow } from "./torture-row.ts";

/** Ways that must get out where nothing holds them back, so that the list is worth trying. */
const WANTED_IN_CONTROL = 37;

/** After what time a planner's work that does not come to its end is ended, in ms, beside the rest after it. */
const LONGEST_WORK = 120_000;

const ROOT = resolve(import.meta.dirname, "../..");

/** A network in which every packet, wherever it is meant to go, is sent to the machine itself and counted. */
const OWN_NETWORK =
  "ip link set lo up && ip address add 10.9.9.2/24 dev lo && ip route add default via 10.9.9.1 dev lo";

/**
 * Goal 9: how many of the ways out of a page send anything, and how many packets a planner's work sends. `packets` is -1 where the system
 * gives this user no network of its own to count in.
 */
export async function tortureNetwork(short: boolean): Promise<TortureRow> {
  const { ways, ours, control } = await countLeaks(short);
  for (const name of ours) console.error(`out: ${name}`);
  const counted = countPackets(short ? 3_000 : 60_000);
  const figures = {
    ways,
    out: ours.length,
    outInControl: control.length,
    packets: counted?.packets ?? -1,
    packetsInControl: counted?.control ?? -1,
  };
  const quiet = counted === null || (counted.packets === 0 && counted.control > 0);
  const ok = ours.length === 0 && control.length >= WANTED_IN_CONTROL && quiet;
  return { goal: 9, runs: ways, ok, figures };
}

function countPackets(idleMs: number): CountedPackets | null {
  if (process.platform !== "linux") return null;
  const own = ["--net", "sh", "-c"];
  if (spawnSync("unshare", [...own, OWN_NETWORK]).status !== 0) return null;
  const script = join(ROOT, "scripts/torture/offline.mjs");
  const command = `${OWN_NETWORK} && exec "$0" "$@"`;
  const { status, signal, stdout, stderr } = spawnSync(
    "unshare",
    [...own, command, process.execPath, script, String(idleMs)],
    { cwd: ROOT, encoding: "utf8", timeout: idleMs + LONGEST_WORK, killSignal: "SIGKILL" },
  );
  if (status !== 0)
    throw new Error(`The planner's work did not come to its end (${signal ?? status}): ${stderr}`);
  const counted: unknown = JSON.parse(stdout);
  if (!isCounted(counted)) throw new Error(`No count of packets: ${stdout}`);
  return counted;
}

function isCounted(data: unknown): data is CountedPackets {
  return typeof data === "object" && data !== null && "packets" in data && "control" in data;
}
