// The telephone of a shelter's staff: signs reports with a key that never leaves it, keeps what could not be sent, shows what others told meanwhile.
(function () {
  'use strict';
  if (!window.indexedDB || !window.crypto || !crypto.subtle || !window.fetch) return;
  var form = document.getElementById('staff-form');
  var told = document.getElementById('staff-told');
  var FIELDS = ['state', 'people', 'households', 'voluntary_people', 'voluntary_households', 'crowding',
    'water', 'food', 'medical', 'pets', 'wheelchair', 'next', 'note'];
  var WORDS = { OPEN: '開設', UNOPENED: '未開設', CLOSED: '閉鎖', PERMANENT: '常設', UNKNOWN: '不明' };
  var database;
  var device;
  var sending = false;

  function say(words) { told.textContent = words; }

  function open() {
    return new Promise(function (done, failed) {
      var request = indexedDB.open('noroshi-shelter', 1);
      request.onupgradeneeded = function () {
        request.result.createObjectStore('device');
        request.result.createObjectStore('waiting', { keyPath: 'sent' });
      };
      request.onsuccess = function () { done(request.result); };
      request.onerror = function () { failed(request.error); };
    });
  }

  function store(name, mode, act) {
    return new Promise(function (done, failed) {
      var transaction = database.transaction(name, mode);
      var request = act(transaction.objectStore(name));
      transaction.oncomplete = function () { done(request.result); };
      transaction.onabort = transaction.onerror = function () { failed(transaction.error); };
    });
  }

  function base64url(bytes) {
    return btoa(String.fromCharCode.apply(null, new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  }

  function tidy(text) { return text.normalize('NFC').replace(/\r\n?/g, '\n').trim(); }

  function post(path, fields) {
    return fetch(path, { method: 'POST', body: new URLSearchParams(fields), credentials: 'omit' });
  }

  // The sheet's QR code: #g=government&p=shelter&c=code. What stands behind # is sent to nobody.
  function enrol(given) {
    say('この端末を登録しています。');
    return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']).then(function (pair) {
      return crypto.subtle.exportKey('spki', pair.publicKey).then(function (spki) {
        return crypto.subtle.digest('SHA-256', spki).then(function (hash) {
          var mine = { key: pair.privateKey, place: given.get('p'), site: given.get('g'), id: base64url(hash) };
          return post('device', { place: mine.place, code: given.get('c'), key: base64url(spki), label: navigator.platform || '' })
            .then(function (answer) {
              if (!answer.ok) throw new Error(String(answer.status));
              return store('device', 'readwrite', function (s) { return s.put(mine, 'mine'); });
            }).then(function () {
              history.replaceState(null, '', location.pathname);
              device = mine;
              say('この端末を登録しました。これからは合言葉なしで報告できます。');
            });
        });
      });
    }).catch(function () { say('端末を登録できませんでした。電波の届く所で、もう一度QRコードを読み取ってください。'); });
  }

  function current() {
    return fetch(device.place + '.json', { cache: 'no-store' }).then(function (answer) {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    });
  }

  function sign(report) {
    var lines = ['noroshi shelter report 1', device.site, device.place, device.id, report.seen, report.sent]
      .concat(FIELDS.map(function (name) { return report[name]; }));
    return crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, device.key, new TextEncoder().encode(lines.join('\n')))
      .then(function (signature) {
        var fields = { place: device.place, device: device.id, seen: report.seen, sent: report.sent, signature: base64url(signature) };
        FIELDS.forEach(function (name) { fields[name] = report[name]; });
        return fields;
      });
  }

  function waiting() { return store('waiting', 'readonly', function (s) { return s.getAll(); }); }

  function drop(report) { return store('waiting', 'readwrite', function (s) { return s.delete(report.sent); }); }

  function summary(report) {
    return new Date(report.sent).toLocaleString('ja-JP') + ' ' + WORDS[report.state] + (report.people ? ' ' + report.people + '人' : '');
  }

  function show(all) {
    var list = document.getElementById('staff-list');
    list.textContent = '';
    all.forEach(function (report) {
      var item = document.createElement('li');
      item.textContent = summary(report);
      list.append(item);
    });
    document.getElementById('staff-waiting').hidden = all.length === 0;
  }

  function conflict(report, theirs) {
    document.getElementById('staff-theirs').textContent = '届いている報告：' + new Date(theirs.asOf).toLocaleString('ja-JP') + ' ' + theirs.state
      + (theirs.people === undefined ? '' : ' ' + theirs.people + '人') + '（' + theirs.source + '）';
    document.getElementById('staff-mine').textContent = 'この端末の報告：' + summary(report);
    document.getElementById('staff-conflict').hidden = false;
    document.getElementById('staff-anyway').onclick = function () {
      // What is true now is said anew, now, having seen theirs.
      var anew = Object.assign({}, report, { sent: new Date().toISOString(), seen: String(theirs.report) });
      document.getElementById('staff-conflict').hidden = true;
      drop(report).then(function () { return store('waiting', 'readwrite', function (s) { return s.put(anew); }); }).then(flush);
    };
    document.getElementById('staff-drop').onclick = function () {
      document.getElementById('staff-conflict').hidden = true;
      drop(report).then(flush);
    };
  }

  function deliver(report) {
    return current().catch(function () { return null; }).then(function (theirs) {
      var other = theirs && theirs.asOf && String(theirs.report) !== report.seen && new Date(theirs.asOf) > new Date(report.seenAt || 0)
        && String(theirs.asOf) !== report.sent;
      if (other && report.queued) { conflict(report, theirs); return false; }
      return sign(report).then(function (fields) { return post('report', fields); }).then(function (answer) {
        if (answer.status === 422) { say('報告の内容に誤りがあります。数字を確かめて、もう一度報告してください。'); return drop(report).then(function () { return true; }); }
        if (!answer.ok) throw new Error(String(answer.status));
        say('報告を送りました（' + summary(report) + '）。');
        return drop(report).then(function () { return true; });
      });
    });
  }

  function flush() {
    if (sending) return Promise.resolve();
    sending = true;
    return waiting().then(function (all) {
      show(all);
      var next = Promise.resolve(true);
      all.forEach(function (report) {
        next = next.then(function (go) { return go ? deliver(report) : false; });
      });
      return next;
    }).catch(function () {
      return waiting().then(function (all) {
        // What did not go at once may meet other news later.
        return Promise.all(all.map(function (report) {
          report.queued = true;
          return store('waiting', 'readwrite', function (s) { return s.put(report); });
        }));
      }).then(function () { say('いまは送れません。報告はこの端末に保存しました。電波が戻ると自動で送ります。'); });
    }).then(function () { sending = false; return waiting().then(show); });
  }

  function submit(event) {
    if (!device) return;
    event.preventDefault();
    var report = { sent: new Date().toISOString(), seen: device.seen || '0', seenAt: device.seenAt || null };
    FIELDS.forEach(function (name) { report[name] = tidy(form.elements[name].value); });
    store('waiting', 'readwrite', function (s) { return s.put(report); }).then(flush).then(refresh);
  }

  function refresh() {
    return current().then(function (now) {
      document.getElementById('staff-shelter').textContent = now.name + '：' + now.state
        + (now.asOf ? '（' + new Date(now.asOf).toLocaleString('ja-JP') + '現在、' + now.source + '）' : '');
      device.seen = String(now.report);
      device.seenAt = now.asOf || null;
      return store('device', 'readwrite', function (s) { return s.put(device, 'mine'); });
    }).catch(function () { /* without a line the last known stands */ });
  }

  open().then(function (opened) {
    database = opened;
    var given = new URLSearchParams(location.hash.slice(1));
    var begun = given.get('p') && given.get('c') && given.get('g') ? enrol(given)
      : store('device', 'readonly', function (s) { return s.get('mine'); }).then(function (mine) { device = mine; });
    return begun;
  }).then(function () {
    if (!device) return;
    document.getElementById('staff').hidden = false;
    document.getElementById('staff-code').hidden = true;
    document.getElementById('staff-send').addEventListener('click', flush);
    form.addEventListener('submit', submit);
    window.addEventListener('online', flush);
    if (navigator.serviceWorker) navigator.serviceWorker.register('worker.js').catch(function () { /* comfort only */ });
    return refresh().then(flush);
  }).catch(function () { say('この端末では自動の保存を使えません。合言葉を入れて報告してください。'); });
})();
