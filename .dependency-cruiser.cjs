/** Who may import whom; docs/architecture.md holds the same table in words. `import type` counts. */
const only = (name, from, allowed) => ({
  name,
  severity: "error",
  from: { path: from },
  to: { pathNot: allowed, dependencyTypesNot: [] },
});

const forbid = (name, from, to, comment) => ({
  name,
  severity: "error",
  comment,
  from: { path: from },
  to: { path: to },
});

module.exports = {
  forbidden: [
    only("core-is-pure", "^src/core", ["^src/core"]),
    only("bridge-knows-core-only", "^src/bridge", ["^src/(bridge|core)"]),
    forbid("exchange-knows-core-only", "^src/exchange", "^src/(main|preload|renderer|bridge)"),
    forbid(
      "exchange-has-no-shell",
      "^src/exchange",
      "node_modules/(electron|playwright-core|dexie|react|antd)/",
    ),
    forbid("main-has-no-page", "^src/main", "^src/(renderer|preload)"),
    forbid(
      "host-has-no-shell",
      "^src/main/host",
      "^src/main/(electron|chromium)|node_modules/(electron|playwright-core)/",
    ),
    forbid("electron-alone", "^src/main/electron", "^src/main/chromium|node_modules/playwright-core/"),
    forbid("chromium-alone", "^src/main/chromium", "^src/main/electron|node_modules/electron/"),
    only("preload-exposes-the-bridge", "^src/preload", [
      "^src/(preload|bridge)",
      "^node_modules/electron/",
      "^electron$",
    ]),
    forbid(
      "page-has-no-machine",
      "^src/renderer",
      "^src/(main|preload)|node_modules/(electron|playwright-core)/",
    ),
    {
      name: "features-do-not-know-each-other",
      severity: "error",
      from: { path: "^src/renderer/features/([^/]+)/" },
      to: { path: "^src/renderer/features/", pathNot: "^src/renderer/features/$1/" },
    },
    forbid(
      "features-do-not-see-rows",
      "^src/renderer/(features|ui)",
      "^src/renderer/data/db/|node_modules/dexie/",
    ),
    forbid(
      "ui-knows-no-plans",
      "^src/renderer/ui",
      "^src/renderer/(app|data|evidence|features)|^src/core/(plan|command)",
    ),
    forbid("evidence-knows-no-room", "^src/renderer/evidence", "^src/renderer/(app|features|data/db)"),
    forbid("data-has-no-interface", "^src/renderer/data", "^src/renderer/(app|evidence|features|ui)"),
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-unresolved",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(electron|virtual:|.*\\?)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      extensions: [".ts", ".tsx", ".js", ".json", ".css"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
