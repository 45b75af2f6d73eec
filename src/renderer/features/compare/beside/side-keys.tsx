import { useTranslation } from "react-i18next";
import { Icon } from "../../../ui/icon.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { PanelSection } from "../../../ui/panel.tsx";

/** What the marks of the table mean, and the keys that take over. */
export function SideKeys() {
  const { t } = useTranslation("beside");
  return (
    <PanelSection title={t("legend.title")}>
      <dl className="side-legend">
        <div>
          <dt aria-hidden="true">▲</dt>
          <dd>{t("legend.higher")}</dd>
        </div>
        <div>
          <dt aria-hidden="true">▼</dt>
          <dd>{t("legend.lower")}</dd>
        </div>
        <div>
          <dt aria-hidden="true">=</dt>
          <dd>{t("legend.same")}</dd>
        </div>
        <div>
          <dt>
            <Icon name="block" size={14} />
          </dt>
          <dd>{t("legend.block")}</dd>
        </div>
        <div>
          <dt>
            <Icon name="warn" size={14} />
          </dt>
          <dd>{t("legend.missing")}</dd>
        </div>
      </dl>
      <p className="small muted">
        <Kbd keys="Alt+Enter" /> {t("legend.value")}　<Kbd keys="Alt+Shift+Enter" /> {t("legend.rule")}
      </p>
    </PanelSection>
  );
}
