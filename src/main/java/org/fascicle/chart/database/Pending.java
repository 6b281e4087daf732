package org.fascicle.chart.database;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A write that waits for its commit, and the caller who waits for it. */
final class Pending<T> {
    private final Work<T> work;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private Runnable verdict = () -> {};

    Pending(Work<T> work) {
        this.work = work;
    }

    /** Does the work; false when it fails, and has to be undone with whatever else its transaction did. */
    boolean succeeds(Session session, Dialect dialect) throws SQLException {
        try {
            T result = work.in(session);
            verdict = () -> answer.complete(result);
            return true;
        } catch (RuntimeException e) {
            return false;
        } catch (SQLException e) {
            throwIfEverybodys(e, dialect);
            return false;
        }
    }

    /** Does the work behind a savepoint, so that its failure is its own; the caller hears nothing yet. */
    void attempt(Session session, Dialect dialect) throws SQLException {
        Savepoint before = session.connection().setSavepoint();
        try {
            T result = work.in(session);
            session.connection().releaseSavepoint(before);
            verdict = () -> answer.complete(result);
        } catch (RuntimeException e) {
            session.connection().rollback(before);
            verdict = () -> answer.completeExceptionally(e);
        } catch (SQLException e) {
            undo(session, before, e, dialect);
            verdict = () -> answer.completeExceptionally(Failures.fault(e));
        }
    }

    /** Undoes this work alone, if the database still can; else the failure is everybody's. */
    private static void undo(Session session, Savepoint before, SQLException failure, Dialect dialect)
            throws SQLException {
        throwIfEverybodys(failure, dialect);
        try {
            session.connection().rollback(before);
        } catch (SQLException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private static void throwIfEverybodys(SQLException failure, Dialect dialect) throws SQLException {
        if (dialect.isPassing(failure) || dialect.isLost(failure)) {
            throw failure;
        }
    }

    /** Tells the caller what became of it; the commit is done. */
    void tell() {
        verdict.run();
    }

    void fail(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    /** Waits, and does not stop waiting when interrupted: only the outcome tells whether the write happened. */
    T await() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException told) {
                throw told;
            }
            throw e;
        }
    }
}
