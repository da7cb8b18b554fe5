/*
 * The article form's comfort: toolbar, keyboard, dialogs, cleaned pasting, live preview, autosave. The textarea stays the truth; whatever
 * this does can be typed, and every act has a way without it. No library: textareas, <dialog> and fetch do the work.
 */
(() => {
  'use strict';
  const form = document.getElementById('write');
  const body = document.getElementById('body');
  if (!form || !body) return;
  const byId = id => document.getElementById(id);
  const status = byId('editor-status');
  const live = byId('live');
  const csrf = form.querySelector('input[name="_csrf"]');
  const article = form.dataset.article;
  const government = form.dataset.government;
  const PREVIEW_MS = 700, KEEP_MS = 4000, SEARCH_MS = 250;

  /* Writing into the textarea: through insertText, so that the browser's own undo knows of it. */
  function replace(from, to, text, selectFrom, selectTo) {
    body.focus();
    body.setSelectionRange(from, to);
    const done = text === ''
      ? (from === to || document.execCommand('delete'))
      : document.execCommand('insertText', false, text);
    if (!done) {
      body.setRangeText(text, from, to, 'end');
      body.dispatchEvent(new Event('input', { bubbles: true }));
    }
    if (selectFrom !== undefined) body.setSelectionRange(from + selectFrom, from + selectTo);
  }
  const selected = () => body.value.slice(body.selectionStart, body.selectionEnd);

  function wrap(mark, fallback) {
    const from = body.selectionStart, words = selected();
    const inner = words || fallback;
    const already = words.length > 2 * mark.length && words.startsWith(mark) && words.endsWith(mark);
    if (already) replace(from, body.selectionEnd, words.slice(mark.length, -mark.length), 0, words.length - 2 * mark.length);
    else replace(from, body.selectionEnd, mark + inner + mark, mark.length, mark.length + inner.length);
  }

  /* Whole lines of the selection. */
  function lines() {
    const from = body.value.lastIndexOf('\n', body.selectionStart - 1) + 1;
    let to = body.value.indexOf('\n', body.selectionEnd);
    if (to < 0) to = body.value.length;
    return { from, to, text: body.value.slice(from, to) };
  }
  function eachLine(change) {
    const at = lines();
    const text = at.text.split('\n').map(change).join('\n');
    replace(at.from, at.to, text, 0, text.length);
  }
  const HEAD = /^#{1,6}\s+/, ITEM = /^(\s*)([-*]|\d+[.)])\s+/;
  function heading(level) {
    const at = lines();
    const mark = '#'.repeat(level) + ' ';
    const plain = at.text.replace(HEAD, '');
    const text = at.text.startsWith(mark) && !at.text.startsWith(mark + '#') && HEAD.exec(at.text)?.[0] === mark ? plain : mark + (plain || '見出し');
    replace(at.from, at.to, text, text.length, text.length);
  }
  function list(numbered) {
    let number = 0;
    const marked = numbered ? /^\d+[.)]\s+/ : /^[-*]\s+/;
    const all = lines().text.split('\n').every(line => marked.test(line));
    eachLine(line => {
      const words = line.replace(ITEM, '$1').replace(/^[・•]\s*/, '');
      if (all) return words;
      return (numbered ? `${++number}. ` : '- ') + words;
    });
  }
  /* A block stands between empty lines. */
  function block(text, selectFrom, selectTo) {
    const at = body.selectionEnd;
    const before = body.value.slice(0, at), after = body.value.slice(at);
    const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
    const tail = after.startsWith('\n\n') ? '' : after.startsWith('\n') || after === '' ? '\n' : '\n\n';
    const from = selectFrom === undefined ? text.length : selectFrom;
    const to = selectTo === undefined ? text.length : selectTo;
    replace(at, at, lead + text + tail, lead.length + from, lead.length + to);
  }
  function footnote() {
    let number = 1;
    while (body.value.includes(`[^${number}]`)) number++;
    const at = body.selectionEnd;
    const end = body.value.replace(/\s+$/, '').length;
    replace(at, at, `[^${number}]`);
    const shifted = Math.max(end, at) + `[^${number}]`.length;
    const text = `\n\n[^${number}]: 注の文`;
    replace(Math.min(shifted, body.value.length), body.value.length, text, text.length - 3, text.length);
  }

  const post = (path, data) => fetch(path, {
    method: 'POST',
    body: data,
    headers: { 'X-Requested-With': 'noroshi' },
    redirect: 'manual',
    credentials: 'same-origin',
  });
  function fields(entries) {
    const data = new URLSearchParams();
    if (csrf) data.set('_csrf', csrf.value);
    data.set('government', government);
    for (const [name, value] of Object.entries(entries)) data.set(name, value);
    return data;
  }
  function whole() {
    const data = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') data.append(name, value);
    data.set('government', government);
    data.set('article', article);
    return data;
  }
  const say = text => { status.textContent = text; };
  const counted = () => {
    const characters = [...body.value.replace(/\s/g, '')].length;
    return `${characters.toLocaleString('ja-JP')}文字（読むのに約${Math.max(1, Math.round(characters / 500))}分）`;
  };

  /* Toolbar: one stop of the tab key, arrows inside (ARIA toolbar pattern). */
  const COMMANDS = [
    ['見出し', '大見出し', 'Ctrl+Alt+2', () => heading(2)],
    ['小見出し', '小見出し', 'Ctrl+Alt+3', () => heading(3)],
    ['太字', '太字', 'Ctrl+B', () => wrap('**', '大切な言葉')],
    ['・箇条書き', '箇条書き', 'Ctrl+Shift+8', () => list(false)],
    ['1.番号', '番号つきの箇条書き', 'Ctrl+Shift+7', () => list(true)],
    ['リンク', 'リンク', 'Ctrl+K', () => openLink()],
    ['表', '表', 'Ctrl+Alt+T', () => openTable()],
    ['画像・ファイル', '画像・ファイル', 'Ctrl+Alt+M', () => openMedia()],
    ['囲み', '囲み', 'Ctrl+Alt+B', () => open('box')],
    ['注', '注（脚注）', 'Ctrl+Alt+F', () => footnote()],
    ['問い合わせ先', '担当課室の問い合わせ先', '', () => block('[[問い合わせ先]]')],
    ['定型文', '定型文', 'Ctrl+Alt+S', () => openSnippets()],
    ['元に戻す', '元に戻す', 'Ctrl+Z', () => { body.focus(); document.execCommand('undo'); }],
    ['やり直す', 'やり直す', 'Ctrl+Y', () => { body.focus(); document.execCommand('redo'); }],
  ];
  const bar = document.createElement('div');
  bar.className = 'toolbar';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', '本文の書式');
  bar.setAttribute('aria-controls', 'body');
  const buttons = COMMANDS.map(([label, name, keys, act], i) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    if (name !== label) button.setAttribute('aria-label', name.includes(label) ? name : `${label} ${name}`);
    button.title = keys ? `${name}（${keys}）` : name;
    if (keys) button.setAttribute('aria-keyshortcuts', keys.replace('Ctrl', 'Control'));
    button.tabIndex = i === 0 ? 0 : -1;
    button.addEventListener('click', act);
    bar.append(button);
    return button;
  });
  const toggle = document.createElement('button');
  toggle.type = 'button';
  toggle.textContent = '並べて確認';
  toggle.className = 'toolbar-toggle';
  toggle.setAttribute('aria-pressed', 'false');
  toggle.tabIndex = -1;
  toggle.addEventListener('click', () => showLive(live.hidden));
  bar.append(toggle);
  buttons.push(toggle);
  body.before(bar);
  bar.addEventListener('keydown', event => {
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const next = buttons[(to + buttons.length) % buttons.length];
    buttons.forEach(button => { button.tabIndex = button === next ? 0 : -1; });
    next.focus();
  });
  bar.addEventListener('focusin', event => {
    buttons.forEach(button => { button.tabIndex = button === event.target ? 0 : -1; });
  });
  const KEYS = { b: 2, k: 5 };
  const ALT_KEYS = { Digit2: 0, Digit3: 1, KeyT: 6, KeyM: 7, KeyB: 8, KeyF: 9, KeyS: 11 };
  body.addEventListener('keydown', event => {
    if (event.isComposing || !(event.ctrlKey || event.metaKey)) return;
    let command;
    if (event.altKey) command = ALT_KEYS[event.code];
    else if (event.shiftKey) command = { Digit8: 3, Digit7: 4 }[event.code];
    else command = KEYS[event.key.toLowerCase()];
    if (command === undefined) return;
    event.preventDefault();
    COMMANDS[command][3]();
  });
  /* Enter goes on with a list; on an empty item it ends it. */
  body.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey || event.ctrlKey || body.selectionStart !== body.selectionEnd) return;
    const from = body.value.lastIndexOf('\n', body.selectionStart - 1) + 1;
    const line = body.value.slice(from, body.selectionStart);
    const item = ITEM.exec(line);
    if (!item) return;
    event.preventDefault();
    if (line.length === item[0].length) { replace(from, body.selectionStart, ''); return; }
    const next = /\d/.test(item[2]) ? String(parseInt(item[2], 10) + 1) + item[2].slice(-1) : item[2];
    replace(body.selectionStart, body.selectionStart, `\n${item[1]}${next} `);
  });

  /* Dialogs: native ones; Escape closes, the focus returns to the text. */
  let caret = [0, 0];
  function open(name) {
    caret = [body.selectionStart, body.selectionEnd];
    const dialog = byId(`${name}-dialog`);
    dialog.querySelectorAll('.field-problem').forEach(one => { one.textContent = ''; });
    dialog.showModal();
    return dialog;
  }
  function back(dialog) {
    dialog.close();
    body.focus();
    body.setSelectionRange(caret[0], caret[1]);
  }
  const INSERT = {};
  for (const dialog of document.querySelectorAll('dialog.dialog')) {
    dialog.addEventListener('click', event => {
      const act = event.target.dataset?.do;
      if (act === 'close') back(dialog);
      if (act === 'insert') INSERT[dialog.id](dialog);
    });
    dialog.addEventListener('cancel', event => { event.preventDefault(); back(dialog); });
    dialog.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.isComposing || event.target.tagName !== 'INPUT' || event.target.type === 'file') return;
      event.preventDefault();
      if (event.target.type !== 'search') INSERT[dialog.id]?.(dialog);
    });
  }

  /* Table. */
  const cellWords = () => [...byId('table-grid').querySelectorAll('input')].map(input => input.value);
  function drawGrid() {
    const kept = new Map([...byId('table-grid').querySelectorAll('input')].map(input => [input.dataset.at, input.value]));
    const rows = Math.min(50, Math.max(1, Number(byId('table-rows').value) || 1)) + 1;
    const columns = Math.min(30, Math.max(2, Number(byId('table-columns').value) || 2));
    const grid = byId('table-grid');
    grid.textContent = '';
    for (let row = 0; row < rows; row++) {
      const line = document.createElement('div');
      line.className = row === 0 ? 'table-row head' : 'table-row';
      for (let column = 0; column < columns; column++) {
        const input = document.createElement('input');
        input.dataset.at = `${row}/${column}`;
        input.value = kept.get(input.dataset.at) ?? '';
        input.setAttribute('aria-label', row === 0 ? `見出し ${column + 1}列目` : `${row}行 ${column + 1}列目`);
        line.append(input);
      }
      grid.append(line);
    }
    return { rows, columns };
  }
  function openTable() { open('table'); byId('table-grid').textContent = ''; drawGrid(); }
  byId('table-rows').addEventListener('change', drawGrid);
  byId('table-columns').addEventListener('change', drawGrid);
  byId('table-grid').addEventListener('paste', event => {
    const text = event.clipboardData.getData('text/plain');
    if (!text.includes('\t')) return;
    event.preventDefault();
    const rows = text.replace(/\r/g, '').replace(/\n$/, '').split('\n').map(row => row.split('\t'));
    byId('table-rows').value = Math.max(1, rows.length - 1);
    byId('table-columns').value = Math.max(2, ...rows.map(row => row.length));
    drawGrid();
    rows.forEach((row, r) => row.forEach((cell, c) => {
      const input = byId('table-grid').querySelector(`[data-at="${r}/${c}"]`);
      if (input) input.value = cell.trim();
    }));
  });
  INSERT['table-dialog'] = dialog => {
    const words = cellWords();
    const { rows, columns } = drawGrid();
    const made = [];
    for (let row = 0; row < rows; row++) {
      const cells = words.slice(row * columns, (row + 1) * columns)
        .map((cell, i) => cell.trim().replace(/\|/g, '\\|') || (row === 0 ? `見出し${i + 1}` : ' '));
      made.push(`| ${cells.join(' | ')} |`);
      if (row === 0) made.push(`|${' --- |'.repeat(columns)}`);
    }
    back(dialog);
    block(made.join('\n'));
  };

  /* Links. */
  const escaped = words => words.replace(/([\[\]])/g, '\\$1').replace(/\n/g, ' ');
  function pick(list, items, show, chosen) {
    list.textContent = '';
    for (const item of items) {
      const row = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      show(button, item);
      button.addEventListener('click', () => chosen(item));
      row.append(button);
      list.append(row);
    }
  }
  function openLink() {
    const words = selected();
    const dialog = open('link');
    byId('link-words').value = words;
    byId('link-address').value = '';
    byId('link-search').value = words.slice(0, 40);
    byId('link-results').textContent = '';
    if (words) search();
    (words ? byId('link-search') : byId('link-words')).focus();
    return dialog;
  }
  let searching;
  async function search() {
    const words = byId('link-search').value.trim();
    if (!words) return;
    const answer = await fetch(`/write/pages.json?government=${government}&q=${encodeURIComponent(words)}`, { redirect: 'manual' });
    if (!answer.ok) { byId('link-count').textContent = '探せませんでした。サインインし直してください。'; return; }
    const { found } = await answer.json();
    byId('link-count').textContent = found.length ? `${found.length}件見つかりました。` : '見つかりませんでした。言葉を短くしてください。';
    pick(byId('link-results'), found, (button, page) => {
      const title = document.createElement('strong');
      title.textContent = page.title;
      button.append(title, ` ${page.kind}`);
    }, page => {
      byId('link-address').value = page.address;
      if (!byId('link-words').value) byId('link-words').value = page.title;
      byId('link-words').focus();
    });
  }
  byId('link-search').addEventListener('input', () => { clearTimeout(searching); searching = setTimeout(search, SEARCH_MS); });
  INSERT['link-dialog'] = dialog => {
    const words = byId('link-words').value.trim(), address = byId('link-address').value.trim();
    const problem = !words ? 'リンクの文字を入力してください。'
      : !address ? 'リンク先を選ぶか、入力してください。'
        : !/^(https?:\/\/|mailto:|tel:|article:\d|\/(?!\/))/.test(address) ? 'リンク先は https:// などから始めるか、一覧から選んでください。' : '';
    byId('link-problem').textContent = problem;
    if (problem) return;
    back(dialog);
    const text = `[${escaped(words)}](${address.replace(/[()\s]/g, encodeURIComponent).replace(/\(/g, '%28').replace(/\)/g, '%29')})`;
    replace(caret[0], caret[1], text, text.length, text.length);
  };

  /* Images and files. */
  async function openMedia() {
    open('media');
    ['media-file', 'media-alt', 'media-caption'].forEach(id => { byId(id).value = ''; });
    const answer = await fetch(`/write/media.json?government=${government}`, { redirect: 'manual' });
    if (!answer.ok) return;
    const { media } = await answer.json();
    pick(byId('media-results'), media, (button, one) => {
      if (one.image) {
        const image = document.createElement('img');
        image.src = one.image;
        image.alt = '';
        image.loading = 'lazy';
        button.append(image);
      }
      button.append(one.words);
    }, one => {
      back(byId('media-dialog'));
      one.image ? block(one.line) : replace(caret[0], caret[1], one.line, one.line.length, one.line.length);
    });
  }
  INSERT['media-dialog'] = async dialog => {
    const file = byId('media-file').files[0];
    const problem = byId('media-problem');
    if (!file) { problem.textContent = 'ファイルを選んでください。'; return; }
    if (file.size > 40e6) { problem.textContent = `ファイルが大きすぎます（${(file.size / 1e6).toFixed(1)}MB）。40MB以下にしてください。`; return; }
    if (file.type.startsWith('image/') && !byId('media-alt').value.trim()) { problem.textContent = '画像の代替テキストを入力してください。'; byId('media-alt').focus(); return; }
    const data = new FormData();
    if (csrf) data.set('_csrf', csrf.value);
    data.set('government', government);
    data.set('file', file);
    data.set('alt', byId('media-alt').value);
    data.set('caption', byId('media-caption').value);
    problem.textContent = '送っています…';
    const answer = await post('/write/media', data).catch(() => null);
    const told = answer && (answer.ok || answer.status === 422) ? await answer.json() : null;
    if (!told || !answer.ok) { problem.textContent = told?.message ?? '送れませんでした。つながりを確かめて、もう一度押してください。'; return; }
    back(dialog);
    if (told.markdown.startsWith('!')) block(told.markdown);
    else replace(caret[0], caret[1], told.markdown, told.markdown.length, told.markdown.length);
  };

  /* Phrases and boxes. */
  async function openSnippets() {
    open('snippet');
    const answer = await fetch(`/write/snippets.json?government=${government}`, { redirect: 'manual' });
    if (!answer.ok) return;
    const { snippets } = await answer.json();
    const list = byId('snippet-results');
    if (!snippets.length) list.textContent = 'まだ定型文がありません。「定型文の管理」から加えられます。';
    else pick(list, snippets, (button, one) => {
      const name = document.createElement('strong');
      name.textContent = one.name;
      button.append(name, ` ${one.body.slice(0, 60)}`);
    }, one => {
      back(byId('snippet-dialog'));
      one.body.includes('\n') ? block(one.body) : replace(caret[0], caret[1], one.body, one.body.length, one.body.length);
    });
  }
  INSERT['box-dialog'] = dialog => {
    const kind = dialog.querySelector('input[name="box-kind"]:checked').value;
    const title = byId('box-title').value.trim();
    const words = body.value.slice(caret[0], caret[1]) || '囲みの中の文';
    back(dialog);
    const first = `:::${kind}${title ? ' ' + title : ''}\n`;
    if (caret[0] !== caret[1]) replace(caret[0], caret[1], '');
    block(`${first}${words}\n:::`, first.length, first.length + words.length);
  };

  /* Pasting: cleaned by the office, so that what Word hides does not come along. Ctrl+Shift+V pastes as it is. */
  let asItIs = false;
  body.addEventListener('keydown', event => { asItIs = event.shiftKey && event.code === 'KeyV'; });
  body.addEventListener('paste', async event => {
    const html = event.clipboardData.getData('text/html');
    const text = event.clipboardData.getData('text/plain');
    const file = [...event.clipboardData.files].find(one => one.type.startsWith('image/'));
    if (asItIs || (!html && !file && !/[\t\n]/.test(text))) return;
    event.preventDefault();
    if (file && !html) {
      await openMedia();
      const chosen = new DataTransfer();
      chosen.items.add(file);
      byId('media-file').files = chosen.files;
      byId('media-alt').focus();
      return;
    }
    const from = body.selectionStart, to = body.selectionEnd;
    say('貼り付けた文を整えています…');
    const answer = await post('/write/clean', fields({ html, text })).catch(() => null);
    if (!answer || !answer.ok) {
      replace(from, to, text);
      say('整えられなかったため、文字だけを貼り付けました。');
      return;
    }
    const { markdown, notes } = await answer.json();
    const single = markdown.trim();
    if (single.includes('\n')) { body.setSelectionRange(to, to); if (from !== to) replace(from, to, ''); block(single); }
    else replace(from, to, single, single.length, single.length);
    say(notes.length ? `整えて貼り付けました。確かめてください: ${notes.map(note => note.message).join(' ')}` : '整えて貼り付けました。');
  });

  /* Live preview with findings; a repair is one tap and can be undone like typing. */
  let previewing, previewed = '';
  async function preview() {
    if (live.hidden) return;
    const data = whole();
    const now = data.toString();
    if (now === previewed) return;
    previewed = now;
    const answer = await post('/write/preview', data).catch(() => null);
    if (!answer || !answer.ok) return;
    live.innerHTML = await answer.text();
    live.querySelectorAll('.goto').forEach(one => { one.hidden = false; });
  }
  function showLive(shown) {
    live.hidden = !shown;
    toggle.setAttribute('aria-pressed', String(shown));
    byId('editor').classList.toggle('side', shown);
    previewed = '';
    preview();
  }
  function repair(button) {
    const field = button.dataset.field === 'body' ? body : byId(button.dataset.field);
    const from = Number(button.dataset.from), to = Number(button.dataset.to);
    if (field === body) replace(from, to, button.dataset.with, button.dataset.with.length, button.dataset.with.length);
    else { field.setRangeText(button.dataset.with, from, to, 'end'); field.focus(); changed(); }
  }
  document.addEventListener('click', event => {
    const button = event.target.closest?.('.findings button');
    if (!button || !button.dataset.field) return;
    if (button.classList.contains('goto')) {
      const field = byId(button.dataset.field);
      field.focus();
      field.setSelectionRange(Number(button.dataset.from), Number(button.dataset.to));
    } else if (live.contains(button)) { event.preventDefault(); repair(button); }
  });

  /* Keeping what is typed. */
  let keeping, keptText = '', lost = false;
  async function keep() {
    const data = whole();
    const now = data.toString();
    if (now === keptText) return;
    const answer = await post('/write/keep', data).catch(() => null);
    if (answer?.ok) {
      keptText = now;
      lost = false;
      say(`${counted()}　${(await answer.json()).at}に自動で預かりました（まだ保存していません）。`);
    } else if (answer?.status === 413) say((await answer.json()).message);
    else {
      if (!lost) say('自動で預かれません。つながりが切れたか、サインインの期限が過ぎました。この画面を閉じずに、別のタブでサインインしてください。');
      lost = true;
      keeping = setTimeout(keep, KEEP_MS * 3);
    }
  }
  function changed() {
    if (!lost) say(counted());
    clearTimeout(previewing);
    previewing = setTimeout(preview, PREVIEW_MS);
    clearTimeout(keeping);
    keeping = setTimeout(keep, KEEP_MS);
  }
  form.addEventListener('input', changed);
  form.addEventListener('submit', () => { clearTimeout(keeping); clearTimeout(previewing); });
  document.addEventListener('visibilitychange', () => { if (document.hidden && keeping) { clearTimeout(keeping); keep(); } });
  keptText = whole().toString();
  say(counted());
  if (matchMedia('(min-width: 70rem)').matches && !document.getElementById('preview')) showLive(true);
})();
