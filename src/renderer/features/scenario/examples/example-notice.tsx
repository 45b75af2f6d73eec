import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { ExampleId } from "#core/example/worked-examples.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { paths } from "../../../ui/paths.ts";
import "./examples.css";

interface ExampleNoticeProps {
  readonly id: ExampleId;
  readonly plan: string;
}

/** What a worked example asks and finds, with its figures, and the way back to the plan's own scenarios. */
export function ExampleNotice({ id, plan }: ExampleNoticeProps) {
  const { t } = useTranslation("examples");
  const [, go] = useLocation();
  const { title, text } = t(`of.${id}`, { returnObjects: true });
  return (
    <section className="example-notice" aria-label={t("label", { title })}>
      <Icon name="note" />
      <div>
        <b>{title}</b>
        <p>{text}</p>
      </div>
      <Button onClick={() => go(paths.scenarios(plan))}>{t("close")}</Button>
    </section>
  );
}
