import Training

/// Something `update` wants done in the world outside; the loop does it.
package enum Effect: Sendable {
  /// Say something to the trainer.
  case trainer(TrainerCommand)
  /// Load the data and build the run of a description in the background; answered by `Message.assembled`.
  case assemble(Description, generation: Int, playing: Bool)
  /// Build the run of a session at its start in the background; answered by `Message.assembled`.
  case assembleSession(Session, generation: Int)
  /// Do something that takes long in the background; answered by the message that comes of it.
  case work(Work)
  /// Draw everything anew, as if the screen were unknown.
  case redraw
  /// Stop the process until it is continued.
  case suspend
  /// Leave.
  case quit
}

/// Something that takes long and is done beside the interface, with all that it needs.
package struct Work: Sendable {
  /// What it has to do with.
  package enum Reach: Sendable, Equatable {
    /// The run and its data: nothing outside is touched.
    case run
    /// A file that is read or written; nil for one that is given the next free name.
    case file(String?)
  }

  /// What it has to do with.
  package let reach: Reach
  /// Does it, and says what came of it; nil for nothing.
  ///
  /// It is given where the run stands once all that was asked for before is done, which may take a while; nil where
  /// there is no run.
  let perform: @Sendable (_ branches: @Sendable () -> Branches?) -> Message?

  init(
    on reach: Reach = .run, _ perform: @escaping @Sendable (_ branches: @Sendable () -> Branches?) -> Message?
  ) {
    self.reach = reach
    self.perform = perform
  }
}
