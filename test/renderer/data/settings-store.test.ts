import { expect, test } from "vitest";
import type { Reply, Settings, SettingsChange } from "#bridge/desktop-bridge.ts";
import { createSettingsStore } from "#renderer/data/settings-store.ts";

const FIRST: Settings = {
  locale: "zh-CN",
  theme: "system",
  exportFolder: { label: "五年", custom: false },
  backupFolder: null,
  planner: { name: "lin", custom: false },
  tourDismissed: false,
};

/** A machine side that answers each change when the test says so. */
function slowMachine() {
  const asked: { change: SettingsChange; answer: (reply: Reply<Settings>) => void }[] = [];
  return {
    asked,
    readSettings: () => Promise.resolve({ ok: true, value: FIRST } as const),
    changeSettings: (change: SettingsChange) =>
      new Promise<Reply<Settings>>((answer) => asked.push({ change, answer })),
    chooseBackupFolder: () =>
      Promise.resolve({ ok: true, value: { ...FIRST, backupFolder: "/stick" } } as const),
    chooseExportFolder: () =>
      Promise.resolve({
        ok: true,
        value: { ...FIRST, exportFolder: { label: "报告", custom: true } },
      } as const),
  };
}

test("nothing is shown before the settings are read", async () => {
  const store = createSettingsStore(slowMachine());
  expect(store.getState().settings).toBeUndefined();
  await store.getState().read();
  expect(store.getState().settings).toEqual(FIRST);
});

test("a change shows at once and stays when the machine has taken it", async () => {
  const machine = slowMachine();
  const store = createSettingsStore(machine);
  await store.getState().read();
  const reply = store.getState().change({ theme: "dark" });
  expect(store.getState().settings?.theme).toBe("dark");
  await expect.poll(() => machine.asked.length).toBe(1);
  machine.asked[0]?.answer({ ok: true, value: { ...FIRST, theme: "dark" } });
  expect((await reply).ok).toBe(true);
  expect(store.getState().settings?.theme).toBe("dark");
});

test("a refused change goes back, and a later one that is still under way stays", async () => {
  const machine = slowMachine();
  const store = createSettingsStore(machine);
  await store.getState().read();
  const folder = store.getState().change({ exportFolder: "/没有这里" });
  const theme = store.getState().change({ theme: "light" });
  expect(store.getState().settings).toMatchObject({
    theme: "light",
    exportFolder: { label: "/没有这里", custom: true },
  });
  await expect.poll(() => machine.asked.length).toBe(1);
  machine.asked[0]?.answer({ ok: false, code: "not-writable", message: "" });
  expect(await folder).toMatchObject({ ok: false, code: "not-writable" });
  expect(store.getState().settings).toEqual({ ...FIRST, theme: "light" });
  await expect.poll(() => machine.asked.length).toBe(2);
  machine.asked[1]?.answer({ ok: true, value: { ...FIRST, theme: "light" } });
  expect((await theme).ok).toBe(true);
});

test("a folder from the machine's own dialog is shown as chosen", async () => {
  const store = createSettingsStore(slowMachine());
  await store.getState().read();
  await store.getState().chooseExportFolder();
  expect(store.getState().settings?.exportFolder).toEqual({ label: "报告", custom: true });
});
