import { useTranslation } from "react-i18next";
import { useSettings, useSettingsActions } from "../../data/machine.ts";

/** The first three steps, until the planner puts them away. */
export function Tour({ onStart }: { readonly onStart: () => void }) {
  const { t } = useTranslation("library");
  const settings = useSettings();
  const { change } = useSettingsActions();
  if (settings === undefined || settings.tourDismissed) return null;
  return (
    <section className="tour" aria-label={t("tour.title")}>
      <b>{t("tour.title")}</b>
      <ol>
        {t("tour.steps", { returnObjects: true }).map((step, at) => (
          <li key={step}>
            <b aria-hidden="true">{at + 1}</b>
            {step}
          </li>
        ))}
      </ol>
      <span className="spacer" />
      <button type="button" className="link" onClick={onStart}>
        {t("tour.start")}
      </button>
      <button type="button" className="muted" onClick={() => void change({ tourDismissed: true })}>
        {t("tour.dismiss")}
      </button>
    </section>
  );
}
