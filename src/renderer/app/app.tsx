import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Router } from "wouter";
import type { DesktopBridge } from "#bridge/desktop-bridge.ts";
import { CurrentPlanProvider } from "../data/current-plan.ts";
import { BridgeProvider, useSettings } from "../data/machine.ts";
import { createAttaching } from "../data/sources/attaching.ts";
import { AttachingProvider } from "../data/sources/use-sources.ts";
import { useWorkbench, WorkbenchProvider } from "../data/use-workbench.ts";
import type { WorkbenchStore } from "../data/workbench-store.ts";
import { ThemeContext } from "../ui/theme-context.tsx";
import { applyTheme, resolveTheme, watchSystemTheme } from "./apply-theme.ts";
import { Shell } from "./shell.tsx";
import { useChosenPlan } from "./use-chosen-plan.ts";
import { roomHref, useRoomLocation } from "./use-room-location.ts";

/** The whole page: what everything stands on, and the shell. */
export function App(props: { readonly bridge: DesktopBridge; readonly store: WorkbenchStore }) {
  const current = useChosenPlan();
  const { bridge, store } = props;
  const attaching = useMemo(() => createAttaching({ bridge, store }), [bridge, store]);
  return (
    <BridgeProvider bridge={bridge}>
      <WorkbenchProvider value={store}>
        <AttachingProvider value={attaching}>
          <CurrentPlanProvider value={current}>
            <Appearance>
              <Router hook={useRoomLocation} hrefs={roomHref}>
                <Shell />
              </Router>
            </Appearance>
          </CurrentPlanProvider>
        </AttachingProvider>
      </WorkbenchProvider>
    </BridgeProvider>
  );
}

/** Follows the settings for language, theme and the planner's name, and the system where they say so. */
function Appearance({ children }: { readonly children: ReactNode }) {
  const settings = useSettings();
  const { i18n } = useTranslation();
  const [theme, setTheme] = useState(() => readTheme());
  const locale = settings?.locale;
  const setting = settings?.theme;
  const planner = settings?.planner.name;
  const store = useWorkbench();
  useEffect(() => {
    if (planner !== undefined) store.signAs(planner);
  }, [store, planner]);
  useEffect(() => {
    if (locale === undefined) return;
    document.documentElement.lang = locale;
    if (i18n.language !== locale) void i18n.changeLanguage(locale);
  }, [i18n, locale]);
  useEffect(() => {
    if (setting === undefined) return undefined;
    const follow = () => setTheme(applyTheme(setting));
    follow();
    return setting === "system" ? watchSystemTheme(follow) : undefined;
  }, [setting]);
  return <ThemeContext value={theme}>{children}</ThemeContext>;
}

function readTheme() {
  const shown = document.documentElement.dataset["theme"];
  return shown === "dark" || shown === "light" ? shown : resolveTheme("system");
}
