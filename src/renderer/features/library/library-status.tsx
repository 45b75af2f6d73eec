import { Trans, useTranslation } from "react-i18next";

interface LibraryStatusProps {
  readonly plans: number;
  readonly bundled: number;
  readonly shown: number;
  readonly selected: number;
}

/** The library's part of the status bar. */
export function LibraryStatus({ plans, bundled, shown, selected }: LibraryStatusProps) {
  const { t } = useTranslation("library");
  return (
    <>
      <span>
        <Trans t={t} i18nKey="status.total" values={{ plans, selected }} components={{ b: <b /> }} />
      </span>
      {shown === plans ? null : <span>{t("status.shown", { shown })}</span>}
      <span>{t("status.readOnly", { bundled })}</span>
    </>
  );
}
