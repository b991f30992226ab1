import { Button, Group, Menu, Textarea, TextInput } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../api/client';
import { FormDialog } from '../recruiter/form-dialog';
import { instantOf } from '../recruiter/zoned-time';
import { useFormat } from '../ui/use-format';
import { type Offer, OFFER_KEYS } from './queries';

const MOVES = ['accept', 'extend', 'approve', 'submit', 'revise', 'counter', 'compete', 'refuse', 'decline', 'rescind'] as const;
export type OfferDialog = (typeof MOVES)[number];
const FORWARD: readonly OfferDialog[] = ['accept', 'extend', 'approve', 'submit', 'revise'];
const ENDING: readonly OfferDialog[] = ['refuse', 'decline', 'rescind'];

interface OfferMovesProps {
  readonly offer: Offer;
  readonly dialog: OfferDialog | null;
  readonly onOpen: (dialog: OfferDialog) => void;
  readonly onClose: () => void;
}

/** What may be done about the offer now: the likely steps as buttons, the others behind them. */
export function OfferMoves({ offer, dialog, onOpen, onClose }: OfferMovesProps) {
  const { t } = useTranslation('offers');
  const open = MOVES.filter((move) => offer.abilities[move]);
  const main = FORWARD.find((move) => open.includes(move));
  const second = main === 'submit' || main === 'extend' ? 'revise' : main === 'approve' ? 'refuse' : main === 'accept' ? 'counter' : undefined;
  const beside = second !== undefined && open.includes(second) ? second : undefined;
  const others = open.filter((move) => move !== main && move !== beside);
  return (
    <Group gap="xs">
      {beside && (
        <Button variant="default" onClick={() => onOpen(beside)}>
          {t(`move.${beside}.button`)}
        </Button>
      )}
      {main && <Button onClick={() => onOpen(main)}>{t(`move.${main}.button`)}</Button>}
      {others.length > 0 && (
        <Menu position="bottom-end" shadow="md" width={240}>
          <Menu.Target>
            <Button variant="default" rightSection={<IconDots size={16} aria-hidden />}>
              {t('move.more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((move) => (
              <Menu.Item key={move} color={ENDING.includes(move) ? 'red' : undefined} onClick={() => onOpen(move)}>
                {t(`move.${move}.button`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {dialog !== null && dialog !== 'revise' && dialog !== 'counter' && dialog !== 'compete' && (
        <MoveDialog key={dialog} move={dialog} offer={offer} onClose={onClose} />
      )}
    </Group>
  );
}

type WordedMove = Exclude<OfferDialog, 'revise' | 'counter' | 'compete'>;

function MoveDialog({ move, offer, onClose }: { readonly move: WordedMove; readonly offer: Offer; readonly onClose: () => void }) {
  const { t } = useTranslation('offers');
  const format = useFormat();
  const names = { name: offer.candidateName };
  const asks = ENDING.includes(move) || (move === 'submit' && offer.requirement.reasonRequired);
  return (
    <FormDialog
      onClose={onClose}
      title={t(`move.${move}.title`, names)}
      text={t(`move.${move}.text`, names)}
      submit={t(`move.${move}.button`)}
      done={t(`move.${move}.done`, names)}
      danger={ENDING.includes(move)}
      keys={OFFER_KEYS}
      initial={{ reason: '', words: '', approveBy: '' }}
      send={({ reason, words, approveBy }) =>
        sendMove(move, offer, { reason, words, approveBy: approveBy === '' ? '' : instantOf(approveBy, format.timeZone) })
      }
    >
      {(form) => (
        <>
          {(asks || move === 'submit') && (
            <Textarea
              label={t(move === 'submit' ? 'move.submit.reason' : 'move.reason')}
              description={t(move === 'submit' ? 'move.submit.reasonText' : 'move.reasonText')}
              required={asks}
              autosize
              minRows={2}
              maxLength={2000}
              data-autofocus
              {...form.getInputProps('reason')}
            />
          )}
          {move === 'submit' && (
            <TextInput
              type="datetime-local"
              label={t('move.submit.approveBy')}
              description={t('move.submit.approveByText', { zone: format.timeZone })}
              {...form.getInputProps('approveBy')}
            />
          )}
          {(move === 'approve' || move === 'accept') && (
            <Textarea label={t('move.words')} autosize minRows={2} maxLength={2000} data-autofocus {...form.getInputProps('words')} />
          )}
        </>
      )}
    </FormDialog>
  );
}

interface MoveWords {
  readonly reason: string;
  readonly words: string;
  readonly approveBy: string;
}

function sendMove(move: WordedMove, { id, version }: Offer, { reason, words, approveBy }: MoveWords): Promise<Offer> {
  const at = { params: { path: { offerId: id } }, headers: ifMatch(version) };
  const said = { ...at, body: words === '' ? {} : { words } };
  const because = { ...at, body: { reason } };
  switch (move) {
    case 'submit':
      return unwrap(
        api.POST('/api/v1/offers/{offerId}/submit', { ...at, body: { ...(reason !== '' && { reason }), ...(approveBy !== '' && { approveBy }) } }),
      );
    case 'approve':
      return unwrap(api.POST('/api/v1/offers/{offerId}/approve', said));
    case 'accept':
      return unwrap(api.POST('/api/v1/offers/{offerId}/accept', said));
    case 'extend':
      return unwrap(api.POST('/api/v1/offers/{offerId}/extend', at));
    case 'refuse':
      return unwrap(api.POST('/api/v1/offers/{offerId}/refuse', because));
    case 'decline':
      return unwrap(api.POST('/api/v1/offers/{offerId}/decline', because));
    case 'rescind':
      return unwrap(api.POST('/api/v1/offers/{offerId}/rescind', because));
  }
}
