// Passkeys: browsers make and use them by script only. Without it the form stays as it was: a password, and a hint.
(() => {
  "use strict";
  const supported = window.PublicKeyCredential && PublicKeyCredential.parseCreationOptionsFromJSON;
  if (!supported) return;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.querySelector("button[hidden]").hidden = false;
    const none = form.querySelector("[data-passkey-none]");
    if (none) none.hidden = true;
    form.addEventListener("submit", async (event) => {
      if (form.elements.answer.value) return;
      event.preventDefault();
      const failed = form.querySelector("[data-passkey-failed]");
      failed.hidden = true;
      try {
        const options = await (await fetch(form.dataset.options, { headers: { Accept: "application/json" } })).json();
        const credential = form.dataset.passkey === "make"
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
        form.elements.answer.value = JSON.stringify(credential.toJSON());
        form.submit();
      } catch (problem) {
        failed.hidden = false;
      }
    });
  }
})();
