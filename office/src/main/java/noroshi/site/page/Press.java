package noroshi.site.page;

import noroshi.snapshot.Fragment;

/** Makes fragments; one that knows a store compresses only what is new there. */
@FunctionalInterface
public interface Press {

    Press PLAIN = Fragment::text;

    Fragment text(byte[] utf8);
}
