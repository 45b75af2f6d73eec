import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { planId as toPlanId } from "#core/plan/ids.ts";
import { useCurrentPlan } from "../../data/current-plan.ts";
import { useBridge, useSettings, useSettingsActions } from "../../data/machine.ts";
import { useAttaching } from "../../data/sources/use-sources.ts";
import type { StoreError } from "../../data/store-error.ts";
import { usePlanMaking } from "../../data/use-plan-making.ts";
import { useLibrary, usePlanHistory, useSaveState, useWorkbench } from "../../data/use-workbench.ts";
import { machineErrorText, storeErrorText } from "../../i18n/error-text.ts";
import { paths } from "../../ui/paths.ts";
import { ROOM_COMMANDS, type RoomCommandId, type RoomOffers } from "../../ui/room-commands.tsx";
import { focusNextRegion } from "../focus-region.ts";
import type { CommandId, Commands } from "./command.ts";

/** What the shell does for commands: its dialogs, and a message when something failed. */
export interface ShellDeeds {
  readonly showPalette: () => void;
  readonly showHelp: () => void;
  readonly showAbout: () => void;
  readonly fail: (message: string) => void;
}

type Deed = {
  readonly run: () => void;
  readonly checked?: boolean;
  readonly disabledReason?: string | undefined;
};

/** The commands as they stand: what they do now, and why some cannot be chosen. */
export function useCommands(deeds: ShellDeeds, offers: RoomOffers): Commands {
  const { t } = useTranslation(["shell", "errors"]);
  const rooms = useRoomDeeds();
  const plan = usePlanDeeds(deeds.fail);
  const choices = useChoiceDeeds(deeds.fail);
  const bridge = useBridge();
  const attaching = useAttaching();
  return useMemo(() => {
    const all: Readonly<Record<CommandId, Deed>> = {
      ...rooms,
      ...plan,
      ...choices,
      newWindow: {
        run: () =>
          void bridge.openWindow().then((reply) => {
            if (!reply.ok) deeds.fail(machineErrorText(t, reply.code));
          }),
      },
      attachSource: { run: () => void attaching.choose() },
      ...offered(offers, (id) => t(id === "exportChart" ? "reasons.onlyWithChart" : "reasons.onlyWithRows")),
      find: { run: deeds.showPalette },
      help: { run: deeds.showHelp },
      about: { run: deeds.showAbout },
      nextRegion: { run: () => focusNextRegion() },
    };
    const named = Object.entries(all).map(([id, deed]) => [
      id,
      { id, label: t(`commands.${id as CommandId}`), ...deed },
    ]);
    return Object.fromEntries(named) as Commands;
  }, [rooms, plan, choices, bridge, attaching, deeds, offers, t]);
}

/** What the room on show offers; of the other commands why they cannot be chosen. */
function offered(offers: RoomOffers, reason: (id: RoomCommandId) => string) {
  const deeds = ROOM_COMMANDS.map((id): [RoomCommandId, Deed] => [
    id,
    offers[id] ?? { run: () => undefined, disabledReason: reason(id) },
  ]);
  return Object.fromEntries(deeds) as Record<RoomCommandId, Deed>;
}

function useRoomDeeds() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { planId } = useCurrentPlan();
  return useMemo(() => {
    const disabledReason = planId === null ? t("reasons.noPlan") : undefined;
    return {
      openLibrary: { run: () => go(paths.library) },
      openIndicators: { run: () => go(paths.indicators(planId ?? "")), disabledReason },
      openCompare: { run: () => go(paths.compare()) },
      openScenarios: { run: () => go(paths.scenarios(planId ?? "")), disabledReason },
      openCharts: { run: () => go(paths.charts(planId ?? "")), disabledReason },
      openReport: { run: () => go(paths.report(planId ?? "")), disabledReason },
      openHistory: { run: () => go(paths.history(planId ?? "")), disabledReason },
      openSource: { run: () => go(paths.source(planId ?? "")), disabledReason },
      openSettings: { run: () => go(paths.settings) },
      openBackups: { run: () => go(paths.backups) },
    };
  }, [t, go, planId]);
}

/** Stands for "no plan" where a hook needs an id; no plan has it. */
const NO_PLAN = toPlanId("");

function usePlanDeeds(fail: (message: string) => void) {
  const { t } = useTranslation(["shell", "errors"]);
  const [, go] = useLocation();
  const store = useWorkbench();
  const making = usePlanMaking();
  const { planId, choose } = useCurrentPlan();
  const history = usePlanHistory(planId ?? NO_PLAN);
  // An edit on its way can be taken back at once: undo waits for it in the store.
  const writing = useSaveState().kind === "saving";
  const entry = useLibrary()?.find(({ id }) => id === planId);
  return useMemo(() => {
    const id = planId ?? NO_PLAN;
    const noPlan = planId === null ? t("reasons.noPlan") : undefined;
    const readOnly = entry?.origin === "bundled" ? t("reasons.readOnlyPlan") : undefined;
    const report = (error: StoreError) => fail(storeErrorText(t, error));
    const openNew = async (draft: ReturnType<typeof making.copy>) => {
      const made = await draft;
      if (!made.ok) {
        report(made.error);
        return;
      }
      choose(made.value);
      go(paths.indicators(made.value));
    };
    const step = async (doing: ReturnType<typeof store.undo>) => {
      const done = await doing;
      if (!done.ok) report(done.error);
    };
    return {
      copyPlan: { run: () => void openNew(making.copy(id)), disabledReason: noPlan },
      nextPlan: { run: () => go(paths.drafting(id)), disabledReason: noPlan },
      undo: {
        run: () => void step(store.undo(id)),
        disabledReason:
          noPlan ?? readOnly ?? (history?.canUndo || writing ? undefined : t("reasons.nothingToUndo")),
      },
      redo: {
        run: () => void step(store.redo(id)),
        disabledReason: noPlan ?? readOnly ?? (history?.canRedo ? undefined : t("reasons.nothingToRedo")),
      },
    };
  }, [t, go, store, making, planId, choose, history, writing, entry?.origin, fail]);
}

function useChoiceDeeds(fail: (message: string) => void) {
  const { t } = useTranslation(["shell", "errors"]);
  const [, go] = useLocation();
  const settings = useSettings();
  const { change } = useSettingsActions();
  return useMemo(() => {
    const set = (wanted: Parameters<typeof change>[0]) =>
      void change(wanted).then((reply) => {
        if (!reply.ok) fail(machineErrorText(t, reply.code));
      });
    const theme = (name: "system" | "light" | "dark") => ({
      run: () => set({ theme: name }),
      checked: settings?.theme === name,
    });
    const locale = (name: "zh-CN" | "en") => ({
      run: () => set({ locale: name }),
      checked: settings?.locale === name,
    });
    return {
      themeSystem: theme("system"),
      themeLight: theme("light"),
      themeDark: theme("dark"),
      localeZh: locale("zh-CN"),
      localeEn: locale("en"),
      tour: {
        run: () => {
          set({ tourDismissed: false });
          go(paths.library);
        },
      },
    };
  }, [t, go, settings?.theme, settings?.locale, change, fail]);
}
