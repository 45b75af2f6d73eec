import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, toolPath } from "./run-tool.mjs";

/** Every TypeScript project, the slowest first, so that two at a time end together. */
const typeProjects = [
  "test",
  "src/renderer",
  "src/main",
  "src/exchange",
  "src/core",
  "src/bridge",
  "src/preload",
  "src/renderer/workers",
  ".",
];

/** One step a layer: only what its tsconfig allows may be seen from it. What a run learns serves the next one. */
export const typeSteps = typeProjects
  .filter((folder) => existsSync(join(root, folder, "tsconfig.json")))
  .map((folder) => ({
    name: `types  ${folder === "." ? "configuration" : folder}`,
    args: [
      toolPath("typescript", "tsc"),
      ...["-p", folder, "--pretty", "false", "--incremental"],
      ...["--tsBuildInfoFile", join("node_modules/.cache/types", `${folder.replaceAll("/", "-")}.json`)],
    ],
  }));

/** Everything that is checked without running the program. */
export const checkSteps = [
  // Types take long to read: sources and all else, side by side.
  { name: "lint   eslint src", args: [toolPath("eslint"), "src", "--max-warnings", "0"] },
  {
    name: "lint   eslint",
    args: [toolPath("eslint"), ".", "--ignore-pattern", "src/**", "--max-warnings", "0"],
  },
  { name: "format biome", args: [toolPath("@biomejs/biome", "biome"), "format", "--colors=off"] },
  {
    name: "lint   dependency-cruiser",
    args: [toolPath("dependency-cruiser", "depcruise"), "src", "--config", ".dependency-cruiser.cjs"],
  },
  { name: "lint   knip", args: [toolPath("knip"), "--no-progress"] },
  ...typeSteps,
];
