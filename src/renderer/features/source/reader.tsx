import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAttaching } from "../../data/sources/use-sources.ts";
import { Button } from "../../ui/button.tsx";
import { DropZone } from "../../ui/drop-zone.tsx";
import { Room } from "../../ui/room.tsx";
import { FindBar } from "./find-bar.tsx";
import { IndexPane } from "./index-pane.tsx";
import type { Reading } from "./reading.ts";
import { StatementPanel } from "./statement-panel.tsx";
import { TextPane } from "./text-pane.tsx";
import { useReader } from "./use-reader.ts";

interface ReaderProps {
  readonly reading: Reading;
  readonly lead: ReactNode;
  readonly onBack: () => void;
  /** Notes in the address which place is being read (in code points), so that the way back leads to it. */
  readonly onNote: (at: { readonly start: number; readonly end: number }) => void;
}

/** The reader: index at the left, the text, what is stated at the right. */
export function Reader({ reading, lead, onBack, onNote }: ReaderProps) {
  const { t } = useTranslation("source");
  const attaching = useAttaching();
  const { pane, facts, field, active, search, ...reader } = useReader(reading, onBack);
  const note = () => {
    const place = active === null ? undefined : reading.places[active];
    const { text } = reading;
    if (place !== undefined) onNote({ start: text.toPoints(place.start), end: text.toPoints(place.end) });
  };
  return (
    <Room
      title={t("title")}
      lead={lead}
      toolbar={<FindBar ref={field} search={search} />}
      actions={<ReaderActions reading={reading} onBack={onBack} />}
      panel={
        <StatementPanel
          ref={facts}
          reading={reading}
          active={active}
          onStep={reader.stepPlace}
          onLeave={note}
        />
      }
      status={<ReaderStatus reading={reading} />}
    >
      <DropZone onFiles={(files) => void attaching.take(files)}>
        <div className="source-room">
          <IndexPane entries={reading.headings} current={reader.heading} onGo={reader.goToHeading} />
          <TextPane
            ref={pane}
            reading={reading}
            active={active}
            finds={search.finds}
            current={search.current}
            onChoose={reader.choose}
          />
        </div>
      </DropZone>
    </Room>
  );
}

function ReaderActions({ reading, onBack }: Pick<ReaderProps, "reading" | "onBack">) {
  const { t } = useTranslation("source");
  const attaching = useAttaching();
  return (
    <>
      <Button
        variant="quiet"
        icon="trash"
        title={t("detachTitle")}
        onClick={() => void attaching.detach(reading.document.sha256)}
      >
        {t("detach")}
      </Button>
      <Button icon="back" title={t("backKeys")} onClick={onBack}>
        {t("back")}
      </Button>
    </>
  );
}

function ReaderStatus({ reading }: Pick<ReaderProps, "reading">) {
  const { t } = useTranslation("source");
  const { text, places } = reading;
  return (
    <>
      <span>{t("status.statements", { all: places.length })}</span>
      <span>{t("status.size", { points: text.length, lines: text.lines })}</span>
      <span className="spacer" />
      <span>{t("status.only")}</span>
    </>
  );
}
