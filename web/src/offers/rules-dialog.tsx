import { Checkbox, Group, NumberInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../api/client';
import { FormDialog } from '../recruiter/form-dialog';
import type { ApprovalNeed, JobOfferRules } from './queries';

const SEATS = ['offer_approver', 'hiring_manager'] as const;
const SIDES = ['within', 'outside'] as const;

type Counts = Readonly<Record<(typeof SEATS)[number], number>>;

function countsOf(needs: readonly ApprovalNeed[]): Counts {
  const count = (seat: string) => needs.find((need) => need.seat === seat)?.count ?? 0;
  return { offer_approver: count('offer_approver'), hiring_manager: count('hiring_manager') };
}

const needsOf = (counts: Counts): ApprovalNeed[] => SEATS.filter((seat) => counts[seat] > 0).map((seat) => ({ seat, count: counts[seat] }));

/** How many of whom must approve an offer, within the band and outside it. */
export function RulesDialog({ rules: { jobId, revision, rules }, onClose }: { readonly rules: JobOfferRules; readonly onClose: () => void }) {
  const { t } = useTranslation('offers');
  return (
    <FormDialog
      onClose={onClose}
      title={t('pay.editRules')}
      text={t('pay.rulesText')}
      submit={t('pay.editRules')}
      done={t('pay.saved')}
      keys={[['jobs'], ['offers']]}
      initial={{ within: countsOf(rules.within), outside: countsOf(rules.outside), reasonOutside: rules.reasonOutside, reason: '' }}
      send={({ within, outside, reasonOutside, reason }) =>
        unwrap(
          api.PUT('/api/v1/jobs/{jobId}/offer-rules', {
            params: { path: { jobId } },
            headers: ifMatch(revision),
            body: { rules: { within: needsOf(within), outside: needsOf(outside), reasonOutside }, reason },
          }),
        )
      }
    >
      {(form) => (
        <>
          {SIDES.map((side) => (
            <Group key={side} grow align="flex-start" role="group" aria-label={t(side === 'within' ? 'pay.sideWithin' : 'pay.sideOutside')}>
              {SEATS.map((seat) => (
                <NumberInput
                  key={seat}
                  label={t(`pay.count.${seat}`)}
                  description={t(side === 'within' ? 'pay.sideWithin' : 'pay.sideOutside')}
                  min={0}
                  max={9}
                  allowDecimal={false}
                  value={form.getValues()[side][seat]}
                  onChange={(count) => form.setFieldValue(side, { ...form.getValues()[side], [seat]: Number(count) })}
                />
              ))}
            </Group>
          ))}
          <Checkbox label={t('pay.ask')} {...form.getInputProps('reasonOutside', { type: 'checkbox' })} />
          <Textarea label={t('pay.why')} required autosize minRows={2} maxLength={2000} {...form.getInputProps('reason')} />
        </>
      )}
    </FormDialog>
  );
}
