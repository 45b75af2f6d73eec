import type { TFunction } from "i18next";
import type { ScenarioId } from "#core/scenario/scenario.ts";
import { scenarioOf, type ScenarioTree } from "#core/scenario/scenario-tree.ts";
import type { MenuEntry } from "../../../ui/menu.tsx";
import { possibleParents } from "./scenario-deeds.ts";

/** What can be asked of the tree. */
export type TreeWish =
  | { readonly kind: "add" | "duplicate" | "rename" | "note" | "remove"; readonly id: ScenarioId }
  | { readonly kind: "rebase"; readonly id: ScenarioId; readonly parent: ScenarioId };

interface MenuParts {
  readonly wish: (wish: TreeWish) => void;
  /** Why nothing can be done now. */
  readonly blocked: string | undefined;
}

/** What can be done to a scenario. */
export function scenarioMenu(
  tree: ScenarioTree,
  id: ScenarioId,
  { wish, blocked }: MenuParts,
  t: TFunction<"studio">,
): readonly MenuEntry[] {
  const entry = (kind: "add" | "duplicate" | "rename" | "note" | "remove", keys: string): MenuEntry => ({
    ...{ kind: "item", id: kind, label: t(`menu.${kind}`), keys },
    disabledReason: blocked ?? (kind === "remove" && tree.root === id ? t("menu.root") : undefined),
    run: () => wish({ kind, id }),
  });
  const parents = possibleParents(tree, id);
  return [
    entry("add", "Insert"),
    entry("duplicate", "Ctrl+Insert"),
    entry("rename", "F2"),
    entry("note", "Shift+F2"),
    ...(parents.length === 0 ? [] : [{ kind: "separator", id: "rebase" } as const]),
    ...parents.map(
      (parent): MenuEntry => ({
        ...{ kind: "item", id: `below-${parent}` },
        label: t("menu.rebase", { name: scenarioOf(tree, parent).name }),
        disabledReason: blocked,
        run: () => wish({ kind: "rebase", id, parent }),
      }),
    ),
    { kind: "separator", id: "remove-line" },
    entry("remove", "Delete"),
  ];
}
