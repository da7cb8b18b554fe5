package noroshi.moving;

/**
 * How many addresses of an old site stand where: together they are all that were found.
 *
 * @param waiting not yet read, looked at or converted
 * @param ready without and findings with something to know; @param files of these pages and others
 */
public record MovingCounts(
        int pages,
        int waiting,
        int ready,
        int findings,
        int skipped,
        int failed,
        int released,
        int files,
        int filesFailed,
        int others,
        int errors) {

    public String inWords() {
        return "ページ%,d件（公開・取込み%,d、確認待ち%,d、対象外%,d、失敗%,d）、ファイル%,d件（使えないもの%,d）、その他%,d件"
                .formatted(pages, released, ready + findings, skipped, failed, files, filesFailed, others);
    }

    /** 0 to 100. */
    public int percent() {
        return pages == 0 ? 0 : (int) (100L * (pages - waiting) / pages);
    }
}
