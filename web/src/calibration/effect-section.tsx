import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import { EffectPlot } from './effect-plot';
import { FigureSection } from './figure-section';
import { FigureTable } from './figure-table';
import type { OwnEffect } from './queries';
import { useFigures } from './use-figures';
import { useWhose } from './whose';

/** Whether one rates higher or lower than colleagues do the same candidates, never without its interval. */
export function EffectSection({ effects }: { readonly effects: readonly OwnEffect[] }) {
  const { t } = useTranslation('calibration');
  const whose = useWhose();
  const format = useFormat();
  const { signed, between } = useFigures();
  const scale = (levels: number) => t('scale', { levels });
  const lines = effects.flatMap(({ levels, effect, interval95 }) => {
    const [low, high] = interval95 ?? [];
    return effect === null || low === undefined || high === undefined
      ? []
      : [{ key: String(levels), name: scale(levels), effect, interval95: [low, high] as const }];
  });
  return (
    <FigureSection
      title={t('effect.title')}
      text={
        <>
          {effects.length === 0 && <div>{t('effect.none')}</div>}
          {effects.map((one) => (
            <EffectWords key={one.levels} effect={one} />
          ))}
        </>
      }
      chartLabel={t('effect.chart', whose)}
      chart={lines.length === 0 ? null : <EffectPlot lines={lines} />}
      table={
        effects.length === 0 ? null : (
          <FigureTable
            label={t('effect.title')}
            columns={[t('column.scale'), t('effect.column'), t('column.interval'), t('column.ratings')]}
            rows={effects.map(({ levels, effect, interval95, ratings }) => ({
              key: String(levels),
              cells: [scale(levels), signed(effect), between(interval95, signed), format.number(ratings)],
            }))}
          />
        )
      }
    />
  );
}

function EffectWords({ effect: { levels, status, effect, interval95, method } }: { readonly effect: OwnEffect }) {
  const { t } = useTranslation('calibration');
  const whose = useWhose();
  const { number } = useFigures();
  const words = () => {
    if (status !== 'shown' || effect === null) return t(`effect.${status === 'shown' ? 'too_few_ratings' : status}`);
    const [low = 0, high = 0] = interval95 ?? [];
    if (low <= 0 && high >= 0) return t('effect.alike', whose);
    return t(effect > 0 ? 'effect.above' : 'effect.below', { size: number(Math.abs(effect)), ...whose });
  };
  return (
    <div>
      {t('effect.onScale', { scale: t('scale', { levels }), words: words() })} {method === 'fixed_prior' && t('effect.prior')}
    </div>
  );
}
