package noroshi.planning.network.lan;

/** A part of a LAN inside of which everything reaches everything: a VLAN. */
public record Segment(String id, String name, int vlan, Zone zone, Use use) {

    public enum Zone {
        MY_NUMBER("マイナンバー利用事務系"),
        LGWAN("LGWAN接続系"),
        INTERNET("インターネット接続系"),
        /** The world outside. */
        OUTSIDE("庁外のインターネット"),
        /** Cameras, guests, building control: belongs to no layer. */
        OTHER("その他");

        private final String japanese;

        Zone(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    public enum Use {
        /** Where officers do their daily work. */
        TERMINALS,
        /** Systems that hold what the office knows: finance, documents, personnel. */
        BUSINESS,
        OTHER
    }
}
