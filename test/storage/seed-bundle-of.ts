import concepts from "#seeds/concepts.json?raw";
import jurisdictions from "#seeds/jurisdictions.json?raw";
import type { Plan } from "#core/plan/plan.ts";
import { writePlanFile } from "#exchange/plan-file/write-plan-file.ts";
import type { SeedBundle } from "#renderer/data/seeding/seed-bundle.ts";

/** Bundled plans of a version, with a manifest that is right about them. */
export async function seedBundleOf(version: number, plans: readonly Plan[]): Promise<SeedBundle> {
  const files: Record<string, string> = { "concepts.json": concepts, "jurisdictions.json": jurisdictions };
  for (const plan of plans) files[`plans/${plan.id}.json`] = JSON.stringify(writePlanFile(plan));
  const hashes = await Promise.all(
    Object.entries(files).map(async ([path, text]) => [path, await sha256(text)] as const),
  );
  const manifest = JSON.stringify({ version, files: Object.fromEntries(hashes) });
  return {
    version: () => Promise.resolve(version),
    texts: () => Promise.resolve({ ...files, "manifest.json": manifest }),
  };
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
