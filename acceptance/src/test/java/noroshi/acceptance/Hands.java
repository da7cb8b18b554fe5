package noroshi.acceptance;

import com.microsoft.playwright.Page;

/** How somebody works at a page: with a mouse, or with the keyboard alone. */
interface Hands {

    void press(Page page, String selector);

    void write(Page page, String selector, String text);

    void choose(Page page, String selector, String value);

    /** Points and clicks. */
    Hands MOUSE = new Hands() {
        @Override
        public void press(Page page, String selector) {
            page.locator(selector).first().click();
        }

        @Override
        public void write(Page page, String selector, String text) {
            page.locator(selector).first().fill(text);
        }

        @Override
        public void choose(Page page, String selector, String value) {
            page.locator(selector).first().selectOption(value);
        }
    };

    /** Steps with Tab to what is wanted, and never touches a mouse. */
    Hands KEYBOARD = new Hands() {

        private static final int STOPS_MAX = 400;

        @Override
        public void press(Page page, String selector) {
            reach(page, selector);
            page.keyboard().press("Enter");
        }

        @Override
        public void write(Page page, String selector, String text) {
            reach(page, selector);
            page.keyboard().press("Control+A");
            page.keyboard().press("Delete");
            page.keyboard().insertText(text);
        }

        @Override
        public void choose(Page page, String selector, String value) {
            reach(page, selector);
            page.keyboard().press("Home");
            for (int i = 0;
                    i < STOPS_MAX
                            && !page.locator(selector).first().inputValue().equals(value);
                    i++) page.keyboard().press("ArrowDown");
        }

        private static void reach(Page page, String selector) {
            page.locator(selector).first().waitFor();
            for (int stop = 0; stop < STOPS_MAX; stop++) {
                var there = page.locator(selector).first().evaluate("element => element === document.activeElement");
                if (Boolean.TRUE.equals(there)) return;
                page.keyboard().press("Tab");
            }
            throw new AssertionError("The keyboard does not reach " + selector + " on " + page.url());
        }
    };
}
