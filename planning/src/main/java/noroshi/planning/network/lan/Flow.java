package noroshi.planning.network.lan;

import java.util.Set;

/** Information may go from one segment to another; the way back is a flow of its own. */
public record Flow(Segment from, Segment to, String service, Set<Safeguard> safeguards) {

    /** What a flow passes on its way. */
    public enum Safeguard {
        /** 無害化: only text, pictures or rebuilt files pass. */
        SANITISED("無害化"),
        /** 画面転送: only pictures of the screen come back. */
        SCREEN("画面転送"),
        /** 特定通信: one application between two named addresses. */
        SPECIFIC("特定通信"),
        /** 自治体情報セキュリティクラウド. */
        SECURITY_CLOUD("自治体情報セキュリティクラウド"),
        /** 端末の監視 (EDR) and its watch. */
        ENDPOINT_WATCH("エンドポイント監視");

        private final String japanese;

        Safeguard(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    public Flow {
        safeguards = Set.copyOf(safeguards);
    }
}
