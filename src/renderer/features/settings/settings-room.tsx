import "./settings.css";
import { Checkbox } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Capabilities, Settings } from "#bridge/desktop-bridge.ts";
import { useBridge, useSettings, useSettingsActions } from "../../data/machine.ts";
import { machineErrorText } from "../../i18n/error-text.ts";
import { AntdTheme } from "../../ui/antd-theme.tsx";
import { paths } from "../../ui/paths.ts";
import { Room } from "../../ui/room.tsx";
import { Choice } from "./choice.tsx";
import { ExportFolder } from "./export-folder.tsx";
import { PlannerName } from "./planner-name.tsx";

/** Language, appearance, the planner's name, export folder, and what runs here. */
export function SettingsRoom() {
  const { t } = useTranslation(["settings", "shell"]);
  const settings = useSettings();
  const able = useCapabilities();
  useEffect(() => {
    document.title = `${t("settings:title")} · ${t("shell:product")}`;
  }, [t]);
  return (
    <Room title={t("settings:title")} status={<span>{t("settings:status")}</span>}>
      <AntdTheme>
        <div className="settings">
          {settings === undefined ? null : <Look settings={settings} />}
          {settings === undefined ? null : (
            <section>
              <h2>{t("settings:sections.planner")}</h2>
              <PlannerName planner={settings.planner} />
            </section>
          )}
          {settings === undefined || able === null ? null : (
            <section>
              <h2>{t("settings:sections.files")}</h2>
              <ExportFolder folder={settings.exportFolder} able={able} />
              <div className="setting">
                <span>{t("settings:backups.label")}</span>
                <Link href={paths.backups}>{t("settings:backups.open")}</Link>
              </div>
            </section>
          )}
          <About able={able} />
        </div>
      </AntdTheme>
    </Room>
  );
}

function useCapabilities(): Capabilities | null {
  const bridge = useBridge();
  const [able, setAble] = useState<Capabilities | null>(null);
  useEffect(() => {
    void bridge.capabilities().then((reply) => setAble(reply.ok ? reply.value : null));
  }, [bridge]);
  return able;
}

function Look({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation(["shell", "errors", "settings"]);
  const { change } = useSettingsActions();
  const [problem, setProblem] = useState<string | null>(null);
  const set = (wanted: Parameters<typeof change>[0]) =>
    void change(wanted).then((reply) => setProblem(reply.ok ? null : machineErrorText(t, reply.code)));
  return (
    <section>
      <h2>{t("settings:sections.look")}</h2>
      <div className="setting">
        <span>{t("settings:language.label")}</span>
        <Choice
          label={t("settings:language.label")}
          value={settings.locale}
          options={[
            { value: "zh-CN", label: t("settings:language.zh") },
            { value: "en", label: t("settings:language.en") },
          ]}
          onChange={(locale) => set({ locale })}
        />
      </div>
      <div className="setting">
        <span>{t("settings:theme.label")}</span>
        <Choice
          label={t("settings:theme.label")}
          value={settings.theme}
          options={(["system", "light", "dark"] as const).map((value) => ({
            value,
            label: t(`settings:theme.${value}`),
          }))}
          onChange={(theme) => set({ theme })}
        />
      </div>
      <div className="setting">
        <span>{t("settings:tour.label")}</span>
        <Checkbox
          checked={!settings.tourDismissed}
          onChange={(event) => set({ tourDismissed: !event.target.checked })}
        >
          {t("settings:tour.show")}
        </Checkbox>
      </div>
      <p className="problem" role="alert">
        {problem}
      </p>
    </section>
  );
}

function About({ able }: { readonly able: Capabilities | null }) {
  const { t } = useTranslation("settings");
  return (
    <section>
      <h2>{t("sections.about")}</h2>
      <dl className="facts">
        <dt>{t("about.version")}</dt>
        <dd>{able?.version}</dd>
        <dt>{t("about.shell")}</dt>
        <dd>{able === null ? null : t(`about.shells.${able.shell}`)}</dd>
        <dt>{t("about.data")}</dt>
        <dd>{t("about.dataText")}</dd>
        <dt>{t("about.network")}</dt>
        <dd>{t("about.networkText")}</dd>
      </dl>
    </section>
  );
}
