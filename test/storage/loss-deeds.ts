import type { Command } from "#core/command/command.ts";
import type { PlanId } from "#core/plan/ids.ts";
import type { Plan } from "#core/plan/plan.ts";
import { mergeIncoming, setBeside } from "#renderer/data/backup/incoming-plans.ts";
import { readBackupContents } from "#renderer/data/backup/read-backup.ts";
import type { TakenPlan } from "#renderer/data/journal/take-in-plans.ts";
import type { Deed, LossStep } from "./loss-steps.ts";
import { type LossWindow, type LossWorld, typing } from "./loss-world.ts";
import { valueOf } from "./open-for-test.ts";

/** A walk through a world, step by step; each is checked. */
export class LossWalk {
  readonly #world: LossWorld;
  readonly #commands: readonly Command[];
  #last: Command | null = null;

  constructor(world: LossWorld, commands: readonly Command[]) {
    this.#world = world;
    this.#commands = commands;
  }

  async step(step: LossStep): Promise<void> {
    const world = this.#world;
    await this.#step(step);
    // What waits is not tried again in the midst of the comparison, then.
    if (!world.isRefusing) await world.tryAgain();
    await world.check();
  }

  async #step(step: LossStep): Promise<void> {
    const world = this.#world;
    switch (step.kind) {
      case "machine":
        world.mood = step.mood;
        return;
      case "database":
        world.refuse(step.refuses ? "entries" : null);
        return;
      case "stutter":
        world.refuse(step.write);
        return;
      case "at once":
        for (const { window } of step.deeds) await world.window(window);
        await this.#atOnce(step.deeds);
        return;
      case "open":
        await Promise.all([world.open(step.window), this.#atOnce(step.deeds)]);
        return;
      case "close":
      case "kill": {
        for (const { window } of step.deeds) await world.window(window);
        const begun = this.#atOnce(step.deeds);
        const window = world.windows[step.window];
        if (step.kind === "kill" && window) window.line.cut = step.answers;
        await world.close(step.window);
        await begun;
        return;
      }
      case "start anew":
        for (const at of [0, 1]) await world.close(at);
        await Promise.all([world.open(0), world.open(1)]);
        return;
      case "lose":
        await world.lose();
        await world.open(0);
        return;
      case "cut":
        await world.cut(step.left);
        await world.open(0);
        return;
      case "settle":
        return world.settle();
      case "shorten":
        return world.shorten();
      default:
        await world.window(step.window);
        await this.#do(step);
    }
  }

  async #atOnce(deeds: readonly Deed[]): Promise<void> {
    const done = deeds.map(async (deed) => {
      const window = this.#world.windows[deed.window];
      await this.#do(deed).catch((error: unknown) => {
        // A window that closes meanwhile cannot be read any more.
        if (window === this.#world.windows[deed.window]) throw error;
      });
    });
    await Promise.all(done);
  }

  async #do(deed: Deed): Promise<void> {
    const window = this.#world.windows[deed.window];
    if (window === null || window === undefined) return;
    const { store } = window;
    const plans = (await store.readLibrary()).filter(({ origin }) => origin === "own");
    const id = plans[("which" in deed ? deed.which : 0) % Math.max(1, plans.length)]?.id;
    const plan = id === undefined ? null : await store.readPlan(id);
    if (plan === null) return;
    switch (deed.kind) {
      case "type":
      case "correct":
        return this.#type(window, plan, deed);
      case "command": {
        const command = this.#commands[deed.which % Math.max(1, this.#commands.length)];
        // They speak of rows of the plan that the world began with, by their ids.
        if (command !== undefined) await store.execute(this.#world.plan, command);
        return;
      }
      case "undo":
      case "redo":
        await store[deed.kind](plan.id);
        return;
      case "copy":
        await store.createCopy(plan.id, "副本");
        return;
      case "remove":
        if (plans.length > 1) await store.removeDraft(plan.id);
        return;
      case "rename":
        await store.renameDraft(plan.id, `第${this.#world.freshValue()}稿`);
        return;
      case "back up":
        await store.backUp("manual");
        return;
      case "restore":
        return this.#restore(window, plan.id, deed);
    }
  }

  async #type(
    window: LossWindow,
    plan: Plan,
    { kind, rows }: Extract<Deed, { rows: unknown }>,
  ): Promise<void> {
    const world = this.#world;
    const values = rows.map(() => world.freshValue());
    const command = typing(plan, rows, values);
    if (command === null) return;
    const edit = {
      window: window.name,
      order: values[0] ?? 0,
      values,
      rows: command.edits.map(({ indicator }) => indicator),
      corrects: kind === "correct",
      expected: false,
    };
    world.edits.push(edit);
    world.counts.typed += 1;
    const former = kind === "correct" ? (this.#last ?? undefined) : undefined;
    const done = await window.store.execute(plan.id, command, former);
    // Nothing is said any more by a window that is gone.
    if (done.ok && window.line.cut === "no") edit.expected = true;
    if (done.ok) this.#last = command;
  }

  async #restore(
    { store }: LossWindow,
    id: PlanId,
    { which, how }: Extract<Deed, { how: unknown }>,
  ): Promise<void> {
    const { backups } = this.#world.machine;
    const held = backups[which % Math.max(1, backups.length)];
    if (held === undefined) return;
    const { plans } = valueOf(await readBackupContents(held.bytes));
    const plan = plans.find((each) => each.id === id) ?? plans[0];
    if (plan === undefined) return;
    const taken = await this.#taken(store, plan, how, held.backup.sequence);
    if (taken !== null) await store.takeIn([taken]);
  }

  async #taken(
    store: LossWindow["store"],
    plan: Plan,
    how: string,
    entry: number,
  ): Promise<TakenPlan | null> {
    const [incoming] = await setBeside(store, { plans: [plan], ancestors: new Map() });
    if (incoming?.kind === "absent") return { plan, how: { kind: "add" } };
    if (how === "copy") return { plan, how: { kind: "copy", title: "取回的稿" } };
    if (incoming?.kind !== "different") return null;
    if (how === "replace") return { plan, how: { kind: "replace", entry, seen: incoming.here } };
    const merged = mergeIncoming(incoming, ({ kind }) => (kind === "cell" ? "theirs" : "ours"));
    return { plan: merged.plan, how: { kind: "merge", seen: incoming.here } };
  }
}
