package noroshi.beacon;

import java.nio.file.Path;

/**
 * The encrypted port and what it shows.
 *
 * @param certificates PEM, the server's own first
 * @param key PEM, PKCS #8, without a password
 */
record TlsFiles(int port, Path certificates, Path key) {}
