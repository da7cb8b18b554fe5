package noroshi.emergency;

/**
 * What kind of headquarters leads the response. 災害対策基本法: 都道府県災害対策本部 (第23条), 市町村災害対策本部 (第23条の2), 現地災害対策本部 as a part of
 * these. 災害警戒本部 stands before them in towns' own plans. 緊急災害対策本部 is by law the state's (第28条の2); towns use the name in their plans.
 */
public enum HeadquartersKind {
    WATCH("災害警戒本部"),
    DISASTER("災害対策本部"),
    LOCAL("現地災害対策本部"),
    EMERGENCY("緊急災害対策本部");

    private final String japanese;

    HeadquartersKind(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }
}
