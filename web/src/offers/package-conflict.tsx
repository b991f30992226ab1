import { useTranslation } from 'react-i18next';
import { ConflictDialog } from '../scorecard/conflict-dialog';
import type { PackagePart, Sides } from './changed-parts';
import type { OfferPackage } from './queries';
import { usePartWords } from './use-part-words';

const [MINE, THEIRS] = [{ side: 'mine' }, { side: 'theirs' }];

interface PackageConflictProps {
  readonly sides: Sides<OfferPackage>;
  readonly parts: readonly PackagePart[];
  /** Which of the parts are to be as the other saved them. */
  readonly onSettle: (theirs: readonly PackagePart[]) => void;
}

/** The same parts of an offer, changed in two places: both are shown, and one chooses part by part. */
export function PackageConflict({ sides, parts, onSettle }: PackageConflictProps) {
  const { t } = useTranslation('offers');
  const [mine, theirs] = [usePartWords(sides.mine), usePartWords(sides.theirs)];
  const partOf = (field: string) => parts.find((part) => part === field);
  return (
    <ConflictDialog
      conflicts={parts.map((field) => ({ field, mine: MINE, theirs: THEIRS }))}
      text={t('edit.conflict')}
      nameOf={(field) => t(`edit.part.${field}`)}
      show={(side, field) => {
        const part = partOf(field);
        return part === undefined ? '' : (side === MINE ? mine : theirs)(part);
      }}
      onResolve={(chosen) => onSettle(parts.filter((part) => chosen.get(part) === THEIRS))}
    />
  );
}
