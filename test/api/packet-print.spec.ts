import { readFileSync } from 'node:fs';
import { DebriefRoom, type Room } from '../support/debrief-room.js';
import { TestApp, type TestUser } from '../support/test-app.js';
import { escapeHtml } from '../../src/packets/packet-page.js';

const MARKUP = `<script>alert('x')</script> & "quoted"`;

describe('a packet on paper', () => {
  let app: TestApp;
  let room: Room;
  const page = async (user: TestUser) => app.as(user).get(`/debriefs/${room.debriefId}/packet.html`).expect(200);
  const pdf = async (user: TestUser) =>
    app
      .as(user)
      .get(`/debriefs/${room.debriefId}/packet.pdf`)
      .expect(200)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
      });

  beforeAll(async () => {
    app = await TestApp.start();
    room = await new DebriefRoom(app).build({
      levels: [
        [4, 4],
        [1, 2],
        [3, 3],
      ],
    });
    await app.rows(`update candidates set name = $2 where id = $1`, [room.personId, MARKUP]);
    await app
      .as(room.manager)
      .post(`/debriefs/${room.debriefId}/challenges`, { scorecardId: room.cards[0], criterion: 'impact', reasonCode: 'jargon', words: MARKUP })
      .expect(201);
  });
  afterAll(() => app.stop());

  it('is one page that escapes everything and may do nothing', async () => {
    const { text, headers } = await page(room.manager);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(text).not.toContain('<script');
    expect(text.split(escapeHtml(MARKUP)).length).toBeGreaterThan(3);
    expect(text).not.toMatch(/ (style|src|on\w+)=|https?:/);
    for (const heading of ['At a glance', 'Ratings side by side', 'Scorecards', 'Challenges and vetoes', 'How to check this packet'])
      expect(text).toContain(`<h2>${heading}</h2>`);
    const { body } = await app.as(room.manager).get(`/debriefs/${room.debriefId}/packet`).expect(200);
    for (const step of body.steps) expect(text).toContain(escapeHtml(step.words));
    expect(text).toContain(body.recommendation.inputHash);
  });

  it('is in the language of the reader', async () => {
    await app.rows(`update users set locale = 'zh-CN' where id = $1`, [room.recruiter.id]);
    const { text } = await page(room.recruiter);
    expect(text).toContain('<html lang="zh-CN">');
    expect(text).toContain('<h2>评分对照</h2>');
    expect(text).not.toMatch(/<h2>[^<]*[A-Za-z]{4}/);
  });

  it('is a PDF with the fonts it needs inside', async () => {
    await app.rows(`update candidates set name = 'Łukasz Nguyễn 王喆' where id = $1`, [room.personId]);
    const { body, headers } = await pdf(room.recruiter);
    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['content-disposition']).toBe(`attachment; filename="packet-${room.debriefId}.pdf"`);
    const bytes = body.toString('latin1');
    expect(bytes.slice(0, 5)).toBe('%PDF-');
    for (const font of ['NotoSans-Regular', 'NotoSansSC-Regular', 'NotoSansSC-Medium'])
      expect(bytes).toMatch(new RegExp(`/FontName /[A-Z]{6}\\+${font}`));
    expect(body.length).toBeLessThan(400_000);
  });

  it('is on the record by its form, and sealed like the file', async () => {
    const forms = await app.rows<{ form: string }>(
      `select distinct c.content->'payload'->>'form' as form from events e join event_contents c on c.event_id = e.id where e.type = 'packet.read' order by 1`,
    );
    expect(forms.map((row) => row.form)).toEqual(['json', 'page', 'pdf']);
    const rooms = new DebriefRoom(app);
    const collecting = await rooms.build({ levels: [[4, 4], null] });
    for (const form of ['packet.html', 'packet.pdf']) {
      await app
        .as(collecting.interviewers[1]!)
        .get(`/debriefs/${collecting.debriefId}/${form}`)
        .expect(403)
        .expect(({ body }) => expect(body.code).toBe('sealed'));
      await app
        .as(await app.user('Otto Outsider'))
        .get(`/debriefs/${collecting.debriefId}/${form}`)
        .expect(404)
        .expect('content-type', /problem\+json/);
    }
  });

  it('names every code it shows, in both languages', async () => {
    const { WORDS_EN } = await import('../../src/packets/packet-words-en.js');
    const { WORDS_ZH } = await import('../../src/packets/packet-words-zh.js');
    const keys = (value: unknown): unknown =>
      typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, keys(one)])) : typeof value;
    expect(keys(WORDS_ZH)).toEqual(keys(WORDS_EN));
    expect(readFileSync(new URL('../../src/packets/packet-words-zh.ts', import.meta.url), 'utf8')).not.toMatch(/: '[A-Za-z ]{6,}'/);
  });
});
