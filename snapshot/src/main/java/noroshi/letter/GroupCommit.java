package noroshi.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Those who wait for one thread, which serves at once all that have gathered. */
final class GroupCommit<T> {

    private static final System.Logger LOG = System.getLogger("noroshi.letter");

    /** Empty asks the thread to end after what stands before it. */
    private final BlockingQueue<Optional<T>> queue = new LinkedBlockingQueue<>();

    private final int batchMax;
    private final Consumer<List<T>> work;
    private final Consumer<T> failed;
    private final Thread thread;

    /** @param failed told of each of a batch when the work throws, also of those that were served already */
    GroupCommit(String name, int batchMax, Consumer<List<T>> work, Consumer<T> failed) {
        this.batchMax = batchMax;
        this.work = work;
        this.failed = failed;
        thread = Thread.ofPlatform().daemon().name(name).unstarted(this::serveForever);
    }

    void start() {
        thread.start();
    }

    void add(T one) {
        queue.add(Optional.of(one));
    }

    /** Returns when all that were added before are served. */
    void end() throws InterruptedException {
        queue.add(Optional.empty());
        thread.join();
    }

    private void serveForever() {
        boolean going = true;
        // Made once: in a full heap not even the list of those who must be told may be lacking.
        List<Optional<T>> taken = new ArrayList<>(batchMax);
        while (going) {
            taken.clear();
            try {
                taken.add(queue.take());
            } catch (InterruptedException e) {
                // Nobody here interrupts; whoever does must not cost anything.
                continue;
            }
            queue.drainTo(taken, batchMax - 1);
            going = taken.stream().allMatch(Optional::isPresent);
            serve(taken);
        }
    }

    /** Neither a mistake of the work nor a full heap may end the thread: nobody would ever be served again. */
    private void serve(List<Optional<T>> taken) {
        try {
            List<T> batch = taken.stream().flatMap(Optional::stream).toList();
            if (!batch.isEmpty()) work.accept(batch);
        } catch (RuntimeException | VirtualMachineError bug) {
            LOG.log(System.Logger.Level.ERROR, "Letters could not be kept, or not be told of; others can.", bug);
            for (Optional<T> one : taken) one.ifPresent(failed);
        }
    }
}
