// Sorts shelters by distance on this device. The place is never sent: the only request is for the list that everyone gets.
(function () {
  'use strict';
  var box = document.getElementById('nearest');
  if (!box || !window.fetch) return;
  var told = document.getElementById('nearest-told');
  var list = document.getElementById('nearest-list');
  var openOnly = document.getElementById('nearest-open');
  var SHOWN_MAX = 20;
  var loading;

  function load() {
    if (!loading) loading = fetch('shelters.geojson').then(function (answer) {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    });
    loading.catch(function () { loading = null; });
    return loading;
  }

  function km(a, b) {
    var r = Math.PI / 180;
    var h = Math.pow(Math.sin((b[1] - a[1]) * r / 2), 2)
      + Math.cos(a[1] * r) * Math.cos(b[1] * r) * Math.pow(Math.sin((b[0] - a[0]) * r / 2), 2);
    return 12742 * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  function folded(text) {
    return text.normalize('NFKC').toLowerCase().replace(/[\s・ー－-]/g, '')
      .replace(/[\u30a1-\u30f6]/g, function (c) { return String.fromCharCode(c.charCodeAt(0) - 0x60); });
  }

  function show(features, from, words) {
    var rows = features.filter(function (f) {
      return f.geometry && (!openOnly.checked || f.properties.open);
    }).map(function (f) {
      return { p: f.properties, km: km(from, f.geometry.coordinates) };
    }).sort(function (a, b) { return a.km - b.km; }).slice(0, SHOWN_MAX);
    list.textContent = '';
    rows.forEach(function (row) {
      var item = document.createElement('li');
      var link = document.createElement('a');
      link.href = String(row.p.id);
      link.textContent = row.p.name;
      item.append(link, '（約' + (row.km < 1 ? Math.round(row.km * 1000) + 'm' : row.km.toFixed(1) + 'km') + '）' + row.p.state
        + (row.p.crowding && row.p.crowding !== '不明' ? '・' + row.p.crowding : '') + ' ' + row.p.address);
      list.append(item);
    });
    told.textContent = rows.length ? words + 'から近い順に' + rows.length + '件です。直線の距離です。' : '該当する避難所がありません。「開設している避難所だけ」を外してお試しください。';
  }

  function failed() {
    told.textContent = '一覧を読み込めません。下の「地区から探す」をご利用ください。';
  }

  document.getElementById('nearest-here').addEventListener('click', function () {
    if (!navigator.geolocation) { told.textContent = 'この端末では現在地を使えません。住所や町名を入れてください。'; return; }
    told.textContent = '現在地を調べています。';
    navigator.geolocation.getCurrentPosition(function (at) {
      load().then(function (data) {
        show(data.features, [at.coords.longitude, at.coords.latitude], '現在地');
      }).catch(failed);
    }, function () {
      told.textContent = '現在地が分かりません。住所や町名を入れてください。';
    }, { timeout: 10000, maximumAge: 60000 });
  });

  document.getElementById('nearest-form').addEventListener('submit', function (event) {
    event.preventDefault();
    var typed = document.getElementById('nearest-word').value;
    var word = folded(typed);
    if (!word) { told.textContent = '住所・町名・避難所の名前を入れてください。'; return; }
    load().then(function (data) {
      var hits = data.features.filter(function (f) {
        return f.geometry && folded([f.properties.name, f.properties.kana, f.properties.address, f.properties.district].join(' ')).indexOf(word) >= 0;
      });
      if (!hits.length) { list.textContent = ''; told.textContent = '「' + typed + '」に当たる場所がありません。町の名前だけを入れてお試しください。'; return; }
      var middle = [0, 1].map(function (i) {
        return hits.reduce(function (sum, f) { return sum + f.geometry.coordinates[i]; }, 0) / hits.length;
      });
      show(data.features, middle, '「' + typed + '」のあたり');
    }).catch(failed);
  });
  box.hidden = false;
})();
