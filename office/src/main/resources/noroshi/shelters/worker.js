// Keeps the staff's page so that it opens without a line. Everything else goes the ordinary way.
'use strict';
var KEPT = 'noroshi-shelter-report-1';
self.addEventListener('install', function (event) {
  event.waitUntil(caches.open(KEPT).then(function (cache) { return cache.addAll(['report', 'report.js']); }).then(function () { return self.skipWaiting(); }));
});
self.addEventListener('activate', function (event) { event.waitUntil(self.clients.claim()); });
self.addEventListener('fetch', function (event) {
  var path = new URL(event.request.url).pathname;
  var ours = /\/shelters\/report(\.js)?$/.test(path) || (/\/assets\/[0-9a-f]+\.(css|svg)$/.test(path));
  if (event.request.method !== 'GET' || !ours) return;
  event.respondWith(fetch(event.request).then(function (answer) {
    if (answer.ok) { var copy = answer.clone(); caches.open(KEPT).then(function (cache) { cache.put(event.request, copy); }); }
    return answer;
  }).catch(function () { return caches.match(event.request, { ignoreSearch: true }); }));
});
