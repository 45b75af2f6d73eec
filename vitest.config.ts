import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumLaunchOptions } from "./test/storage/chromium-launch-options.ts";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ["test/{core,exchange,bridge,main,renderer,scripts,torture}/**/*.test.{ts,tsx}"],
          exclude: ["test/main/chromium/browser/**"],
          // Laws try many cases, and a busy machine is slow.
          testTimeout: 30_000,
        },
      },
      {
        // Packs what is built with a stand-in for Electron; needs `npm run build` before.
        test: {
          name: "packaging",
          environment: "node",
          include: ["test/packaging/**/*.test.ts"],
          // Each test starts programs of its own, one of which reads a font of a megabyte.
          testTimeout: 30_000,
        },
      },
      {
        // Runs where Electron's program is present, and says in one line why elsewhere it does not.
        test: { name: "electron", environment: "node", include: ["test/e2e/electron.test.ts"] },
      },
      {
        // The bridge contract against the host and through the Chromium shell, and that shell itself with a small page.
        test: {
          name: "shell",
          environment: "node",
          include: ["test/bridge-contract/**/*.test.ts", "test/main/chromium/browser/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // A planner's work in the Chromium shell itself, with the real host; needs `npm run build` before.
        test: {
          name: "e2e",
          environment: "node",
          include: ["test/e2e/**/*.test.ts"],
          exclude: ["test/e2e/{electron,torture,network}.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 10_000, interval: 50 } },
        },
      },
      {
        // The short form of what `npm run torture` does to the built program, one after the other.
        test: {
          name: "torture",
          environment: "node",
          include: ["test/e2e/{torture,network}.test.ts"],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
      {
        // The planner's database and the workers in a real Chromium, as both shells run them.
        optimizeDeps: {
          include: [
            "dexie",
            "dexie-react-hooks",
            "fast-check",
            "react",
            "react-dom/client",
            "zod",
            "zustand",
          ],
        },
        test: {
          name: "storage",
          include: ["test/{storage,workers}/**/*.test.ts"],
          // A worker loads its modules one by one here, which takes seconds on a busy machine.
          testTimeout: 60_000,
          // The quota is one for all files, and a test of a full disk would fill it for the others.
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: await chromiumLaunchOptions() }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
