import { type EventRow, historyValues, presentEvent, WHOLE_HISTORY } from '../audit/events.reader.js';
import type { Export, ExportRow, ExportViewer } from './export-kind.js';
import type { ExportEventsQuery } from './exports.dto.js';

const COLUMNS = [
  'id',
  'at',
  'type',
  'actorId',
  'actorName',
  'via',
  'subjectKind',
  'subjectId',
  'applicationId',
  'jobId',
  'payload',
  'reason',
  'onBehalfOf',
];

/** History as it shows itself to this viewer, oldest first. */
export function eventsExport(viewer: ExportViewer, query: ExportEventsQuery): Export<EventRow & ExportRow> {
  const { bom: _, ...filters } = query;
  return {
    kind: 'events',
    columns: COLUMNS,
    text: WHOLE_HISTORY.text,
    values: historyValues(viewer, filters),
    shaped: (row) => {
      const { actor, ...event } = presentEvent(row);
      return { ...event, actorId: actor.id, actorName: actor.name, via: actor.via };
    },
  };
}
