package noroshi.beacon.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** A server's key and its certificates, its own first, which fit each other. */
record Identity(PrivateKey secret, X509Certificate[] chain) {

    private static final List<String> KEY_KINDS = List.of("EC", "RSA", "EdDSA");
    private static final Pattern KEY = Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END");
    private static final byte[] ANYTHING = {1, 2, 3};

    static Identity read(Path certificates, Path key) throws IOException, GeneralSecurityException {
        var identity = new Identity(key(key), chain(certificates));
        if (identity.chain.length == 0) throw new InvalidKeySpecException("no certificate in it");
        requireMate(identity.secret, identity.chain[0].getPublicKey());
        return identity;
    }

    private static X509Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(X509Certificate[]::new);
        }
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        var matcher = KEY.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        if (!matcher.find()) throw new InvalidKeySpecException("no \"BEGIN PRIVATE KEY\" in it");
        var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(matcher.group(1)));
        for (var kind : KEY_KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(spec);
            } catch (InvalidKeySpecException another) {
                // Of another kind: the next one may fit.
            }
        }
        throw new InvalidKeySpecException("a key of none of the kinds " + KEY_KINDS);
    }

    /** No engine looks before the first reader comes; and while files are exchanged one by one they do not fit for a moment. */
    private static void requireMate(PrivateKey secret, PublicKey open) throws GeneralSecurityException {
        var signature = Signature.getInstance(
                switch (secret.getAlgorithm()) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    default -> secret.getAlgorithm();
                });
        signature.initSign(secret);
        signature.update(ANYTHING);
        byte[] signed = signature.sign();
        signature.initVerify(open);
        signature.update(ANYTHING);
        if (!signature.verify(signed)) throw new InvalidKeySpecException("the key belongs to another certificate");
    }
}
