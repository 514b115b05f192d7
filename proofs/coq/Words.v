(* Written from the rules that KeY loaded; -Dstillpoint.coq.write=true writes it again. *)
Require Import List ZArith Bool.
From Stillpoint Require Import KeyModel.
Open Scope Z_scope.

Section Words.
Context {key : Key}.

Definition hasColumns (M : Mat) (n : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (rows M))) -> ((len (row M k)) = n))).
Definition sameShape (M : Mat) (N : Mat) : Prop :=
  (((rows M) = (rows N)) /\ (forall k : Z, (((0 <= k) /\ (k < (rows M))) -> ((len (row M k)) = (len (row N k)))))).
Definition sameStackShape (S : Stack) (T : Stack) : Prop :=
  (((depth S) = (depth T)) /\ (forall k : Z, (((0 <= k) /\ (k < (depth S))) -> (sameShape (layer S k) (layer T k))))).
Definition velocityFits (t : TrainingState) : Prop :=
  ((sameStackShape (velocityOfWeights t) (weightsOf t)) /\ (sameShape (velocityOfBiases t) (biasesOf t))).
Definition biasFits (v : Vec) (n : Z) : Prop :=
  (((len v) = 0) \/ ((len v) = n)).
Definition rowsFit (M : Mat) (S : Stack) : Prop :=
  (((rows M) = (depth S)) /\ (forall k : Z, (((0 <= k) /\ (k < (rows M))) -> ((len (row M k)) = (rows (layer S k)))))).
Definition network (S : Stack) (B : Mat) : Prop :=
  ((((depth S) >= 1) /\ ((rows B) = (depth S))) /\ (forall k : Z, (((0 <= k) /\ (k < (depth S))) -> ((hasColumns (layer S k) (width S k)) /\ (biasFits (row B k) (rows (layer S k))))))).
Definition batches (XX : Stack) (YY : Stack) (n : Z) : Prop :=
  (((depth XX) = (depth YY)) /\ (forall k : Z, (((0 <= k) /\ (k < (depth XX))) -> (((hasColumns (layer XX k) n) /\ ((rows (layer XX k)) >= 1)) /\ ((rows (layer XX k)) = (rows (layer YY k))))))).
Definition trainable (t : TrainingState) : Prop :=
  (((network (weightsOf t) (biasesOf t)) /\ (sameStackShape (velocityOfWeights t) (weightsOf t))) /\ (sameShape (velocityOfBiases t) (biasesOf t))).
Definition sameStateShape (t : TrainingState) (t2 : TrainingState) : Prop :=
  ((((sameStackShape (weightsOf t) (weightsOf t2)) /\ (sameShape (biasesOf t) (biasesOf t2))) /\ (sameStackShape (velocityOfWeights t) (velocityOfWeights t2))) /\ (sameShape (velocityOfBiases t) (velocityOfBiases t2))).
Definition rightLabel (q : Q) (r : Q) (i : Z) : Prop :=
  ((~ ((label q i) = 0)) /\ ((label q i) = (qSignum r))).
Definition rightLabels (u : Vec) (v : Vec) (i : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (len u))) -> (rightLabel (at_ u k) (at_ v k) i))).
Definition isZeroVec (v : Vec) : Prop :=
  (forall k : Z, ((at_ v k) = qZero)).
Definition isZeroMat (M : Mat) : Prop :=
  (forall k : Z, (isZeroVec (row M k))).
Definition isZeroStack (S : Stack) : Prop :=
  (forall k : Z, (isZeroMat (layer S k))).
Definition zeroRows (B : Mat) (n : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < n)) -> (isZeroVec (row B k)))).
Definition zeroAtZero (F : Activations) (n : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < n)) -> ((sigma (activationAt F k) qZero) = qZero))).
Definition zeroState (t : TrainingState) (n : Z) : Prop :=
  ((((((depth (weightsOf t)) = n) /\ (isZeroStack (weightsOf t))) /\ (zeroRows (biasesOf t) (n - 1))) /\ (isZeroStack (velocityOfWeights t))) /\ (zeroRows (velocityOfBiases t) (n - 1))).
Definition noBias (B : Mat) (n : Z) : Prop :=
  ((len (row B n)) = 0).
Definition balancedBatch (o : Obj) (Y : Mat) (u : Vec) : Prop :=
  (((surplus Y (rows Y)) = 0) /\ (forall k : Z, (forall l : Z, (((0 <= k) /\ (k < (rows Y))) -> ((at_ (lossDerivative o (zeroVec (len u)) (row Y k)) l) = (if ((qSignum (at_ (row Y k) 0)) =? 1) then (at_ u l) else (qNeg (at_ u l)))))))).
Definition balancedBatches (o : Obj) (YY : Stack) (u : Vec) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (depth YY))) -> (balancedBatch o (layer YY k) u))).
Definition sameBatchSizes (XX : Stack) (YY : Stack) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (depth YY))) -> ((rows (layer XX k)) = (rows (layer YY k))))).
Definition restBiases (M : Mat) : Prop :=
  (isZeroMat M).
Definition restWeights (S : Stack) : Prop :=
  (isZeroStack S).
Definition atRest (t : TrainingState) : Prop :=
  (((((((2 <= (depth (weightsOf t))) /\ ((rows (biasesOf t)) = (depth (weightsOf t)))) /\ (restWeights (weightsOf t))) /\ (restWeights (velocityOfWeights t))) /\ (restBiases (velocityOfBiases t))) /\ (isZeroVec (row (biasesOf t) ((depth (weightsOf t)) - 1)))) /\ (((len (row (biasesOf t) ((depth (weightsOf t)) - 1))) = 0) \/ ((len (row (biasesOf t) ((depth (weightsOf t)) - 1))) = (rows (layer (weightsOf t) ((depth (weightsOf t)) - 1)))))).
Definition sameRest (t : TrainingState) (s : TrainingState) : Prop :=
  ((((atRest t) /\ ((biasesOf t) = (biasesOf s))) /\ ((depth (weightsOf t)) = (depth (weightsOf s)))) /\ ((rows (layer (weightsOf t) ((depth (weightsOf t)) - 1))) = (rows (layer (weightsOf s) ((depth (weightsOf s)) - 1))))).
Definition homogeneous (act : Obj) (q : Q) : Prop :=
  (forall z : Q, ((sigma act z) = (qMul (slope act q z) z))).
Definition homogeneousActivations (F : Activations) (q : Q) (n : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < n)) -> (homogeneous (activationAt F k) q))).
Definition linearDeltas (S : Stack) (F : Activations) (q : Q) (M : Mat) (v : Vec) (c : Q) (w : Vec) (n : Z) : Prop :=
  (forall k : Z, ((((((depth S) - 1) - n) <= k) /\ (unfoldDelta k)) -> (((delta S F q M (plusScaled v c w) k) = (plusScaled (delta S F q M v k) c (delta S F q M w k))) /\ ((len (delta S F q M v k)) = (len (delta S F q M w k)))))).
Definition balanced (S : Stack) (B : Mat) (T : Stack) (N : Mat) (l : Z) (j : Z) : Prop :=
  ((incoming S B T N l j) = (outgoing S T l j)).
Definition hiddenUnit (S : Stack) (l : Z) (j : Z) : Prop :=
  ((((0 <= l) /\ (l < ((depth S) - 1))) /\ (0 <= j)) /\ (j < (rows (layer S l)))).
Definition sampleFits (S : Stack) (v : Vec) (w : Vec) : Prop :=
  (((len v) = (inputs S)) /\ ((len w) = (rows (layer S ((depth S) - 1))))).
Definition squaresChange (S : Stack) (B : Mat) (XX : Stack) (X : Mat) (T : Stack) (N : Mat) (q : Q) (l : Z) (j : Z) : Prop :=
  ((qAdd (qAdd (incoming XX X XX X l j) (outgoing S S l j)) (qMul (qMul q q) (outgoing T T l j))) = (qAdd (qAdd (outgoing XX XX l j) (incoming S B S B l j)) (qMul (qMul q q) (incoming T N T N l j)))).
Definition neighbours (X : Mat) (i : Z) : Prop :=
  ((0 <= i) /\ ((i + 1) < (rows X))).
Definition constantOutput (S : Stack) : Prop :=
  (isZeroMat (layer S ((depth S) - 1))).
Definition halfRight (n : Z) (i : Z) (j : Z) : Prop :=
  (if (i =? 0) then (n = 0) else ((n + n) = j)).
Definition oneOutput (S : Stack) : Prop :=
  (((depth S) >= 1) /\ ((rows (layer S ((depth S) - 1))) = 1)).
Definition balancedSigns (Y : Mat) : Prop :=
  (((countSign Y 1 (rows Y)) = (countSign Y (-1) (rows Y))) /\ (forall k : Z, (((0 <= k) /\ (k < (rows Y))) -> (~ ((qSignum (at_ (row Y k) 0)) = 0))))).
Definition firstIsRelu (F : Activations) : Prop :=
  (forall z : Q, ((sigma (activationAt F 0) z) = (relu z))).
Definition oneSmallUnit (S : Stack) (B : Mat) (u : Vec) (q : Q) (r : Q) (c : Q) (j : Z) : Prop :=
  ((((((((((((qSignum c) >= 0) /\ ((depth S) = 2)) /\ (0 <= j)) /\ (j < (rows (layer S 0)))) /\ (1 <= (rows (layer S 1)))) /\ ((row (layer S 0) j) = (scaled c u))) /\ ((inputs S) = (len u))) /\ ((len (row B 0)) >= 1)) /\ ((at_ (row B 0) j) = (qMul c q))) /\ ((at_ (row B 1) 0) = qZero)) /\ (forall k : Z, ((at_ (row (layer S 1) 0) k) = (if (k =? j) then (qMul c r) else qZero)))).
Definition firstEntry (v : Vec) (q : Q) : Prop :=
  ((at_ v 0) = q).
Definition sameSign (q : Q) (r : Q) : Prop :=
  (((qSignum q) = (qSignum r)) /\ (~ ((qSignum q) = 0))).
Definition reciprocal (c : Q) (d : Q) : Prop :=
  ((qMul c d) = qOne).
Definition aboveMargins (d : Q) (r : Q) (u : Vec) (q : Q) (X : Mat) (Y : Mat) : Prop :=
  (((qSignum (qAdd d (qNeg qOne))) >= 0) /\ (forall k : Z, (((0 <= k) /\ (k < (rows X))) -> ((qSignum (qAdd d (qNeg (qMul (at_ (row Y k) 0) (qMul r (unitAt u q (row X k))))))) >= 0)))).
Definition noMarginAboveOne (c : Q) (r : Q) (u : Vec) (q : Q) (X : Mat) (Y : Mat) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (rows X))) -> ((qSignum (qAdd qOne (qNeg (qMul (at_ (row Y k) 0) (outputAt c r (unitAt u q (row X k))))))) >= 0))).
Definition oneHiddenLayer (S : Stack) : Prop :=
  (((depth S) = 2) /\ ((rows (layer S 1)) = 1)).
Definition balancedLabels (Y : Mat) : Prop :=
  ((labelSum Y (rows Y)) = qZero).
Definition positiveMargins (S : Stack) (B : Mat) (F : Activations) (X : Mat) (Y : Mat) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (rows X))) -> ((qSignum (qMul (at_ (row Y k) 0) (firstOutput S B F (row X k)))) = 1))).
Definition zerosBefore (v : Vec) (n : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < n)) -> ((at_ v k) = qZero))).
Definition equalEntries (v : Vec) (i : Z) (j : Z) : Prop :=
  (((((0 <= i) /\ (i < (len v))) /\ (0 <= j)) /\ (j < (len v))) /\ ((at_ v i) = (at_ v j))).
Definition equalBias (v : Vec) (i : Z) (j : Z) : Prop :=
  (((len v) = 0) \/ (equalEntries v i j)).
Definition equalRows (M : Mat) (i : Z) (j : Z) : Prop :=
  (((((0 <= i) /\ (i < (rows M))) /\ (0 <= j)) /\ (j < (rows M))) /\ ((row M i) = (row M j))).
Definition equalColumns (M : Mat) (i : Z) (j : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (rows M))) -> (equalEntries (row M k) i j))).
Definition twinWeights (S : Stack) (l : Z) (i : Z) (j : Z) : Prop :=
  ((((0 <= l) /\ (l < ((depth S) - 1))) /\ (equalRows (layer S l) i j)) /\ (equalColumns (layer S (l + 1)) i j)).
Definition twinBiases (B : Mat) (l : Z) (i : Z) (j : Z) : Prop :=
  (equalBias (row B l) i j).
Definition twinState (t : TrainingState) (l : Z) (i : Z) (j : Z) : Prop :=
  ((((twinWeights (weightsOf t) l i j) /\ (twinBiases (biasesOf t) l i j)) /\ (twinWeights (velocityOfWeights t) l i j)) /\ (twinBiases (velocityOfBiases t) l i j)).
Definition isNew (t : TrainingState) (l : Z) (i : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < i)) -> (~ (twinState t l k i)))).
Definition coarser (t2 : TrainingState) (t : TrainingState) (l : Z) : Prop :=
  (forall k : Z, (forall k2 : Z, ((twinState t l k k2) -> (twinState t2 l k k2)))).
Definition zeroVelocity (t : TrainingState) : Prop :=
  ((((isZeroStack (velocityOfWeights t)) /\ (isZeroMat (velocityOfBiases t))) /\ (sameStackShape (velocityOfWeights t) (weightsOf t))) /\ (sameShape (velocityOfBiases t) (biasesOf t))).
Definition equalInputs (S : Stack) (i : Z) (j : Z) : Prop :=
  ((0 < (depth S)) /\ (equalColumns (layer S 0) i j)).
Definition equalInputState (t : TrainingState) (i : Z) (j : Z) : Prop :=
  ((equalInputs (weightsOf t) i j) /\ (equalInputs (velocityOfWeights t) i j)).
Definition equalFeatures (XX : Stack) (i : Z) (j : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (depth XX))) -> (equalColumns (layer XX k) i j))).
Definition spreadVec (u2 : Vec) (u : Vec) (units : Z) : Prop :=
  ((((0 < units) /\ ((len u2) = 1)) /\ ((len u) = units)) /\ (forall k : Z, (((0 <= k) /\ (k < units)) -> ((at_ u k) = (at_ u2 0))))).
Definition timesVec (u2 : Vec) (u : Vec) (units : Z) : Prop :=
  (((((0 < units) /\ ((len u2) = 1)) /\ ((len u) = units)) /\ ((at_ u2 0) = (nTimes units (at_ u 0)))) /\ (forall k : Z, (((0 <= k) /\ (k < units)) -> ((at_ u k) = (at_ u 0))))).
Definition spreadRows (M2 : Mat) (M : Mat) (units : Z) : Prop :=
  ((((0 < units) /\ ((rows M2) = 1)) /\ ((rows M) = units)) /\ (forall k : Z, (((0 <= k) /\ (k < units)) -> ((row M k) = (row M2 0))))).
Definition timesRows (M2 : Mat) (M : Mat) (units : Z) : Prop :=
  ((((((0 < units) /\ ((rows M2) = 1)) /\ ((rows M) = units)) /\ ((len (row M2 0)) = (len (row M 0)))) /\ (forall k : Z, (((0 <= k) /\ (k < units)) -> ((row M k) = (row M 0))))) /\ (forall k : Z, (((0 <= k) /\ (k < (len (row M 0)))) -> ((at_ (row M2 0) k) = (nTimes units (at_ (row M 0) k)))))).
Definition timesColumns (M2 : Mat) (M : Mat) (units : Z) : Prop :=
  (((rows M2) = (rows M)) /\ (forall k : Z, (((0 <= k) /\ (k < (rows M))) -> (timesVec (row M2 k) (row M k) units)))).
Definition spreadColumns (M2 : Mat) (M : Mat) (units : Z) : Prop :=
  (((rows M2) = (rows M)) /\ (forall k : Z, (((0 <= k) /\ (k < (rows M))) -> (spreadVec (row M2 k) (row M k) units)))).
Definition collapsedVec (u2 : Vec) (u : Vec) (l : Z) (n : Z) (units : Z) : Prop :=
  (if (n =? l) then (spreadVec u2 u units) else (u2 = u)).
Definition collapsedDelta (u2 : Vec) (u : Vec) (l : Z) (n : Z) (units : Z) : Prop :=
  (if (n =? l) then (timesVec u2 u units) else (u2 = u)).
Definition collapsedBias (u2 : Vec) (u : Vec) (l : Z) (n : Z) (units : Z) : Prop :=
  (if (n =? l) then (if ((len u) =? 0) then (u2 = u) else (spreadVec u2 u units)) else (u2 = u)).
Definition collapsedGradientVec (u2 : Vec) (u : Vec) (l : Z) (n : Z) (units : Z) : Prop :=
  (if (n =? l) then (if ((len u) =? 0) then (u2 = u) else (timesVec u2 u units)) else (u2 = u)).
Definition collapsedMat (M2 : Mat) (M : Mat) (l : Z) (n : Z) (units : Z) : Prop :=
  (if (n =? l) then (spreadRows M2 M units) else (if (n =? (l + 1)) then (timesColumns M2 M units) else (M2 = M))).
Definition collapsedGradientMat (M2 : Mat) (M : Mat) (l : Z) (n : Z) (units : Z) : Prop :=
  (if (n =? l) then (timesRows M2 M units) else (if (n =? (l + 1)) then (spreadColumns M2 M units) else (M2 = M))).
Definition ratesFit (c : Q) (d : Q) (l : Z) (n : Z) (units : Z) : Prop :=
  (if (n =? l) then (d = (nTimes units c)) else (if (n =? (l + 1)) then (c = (nTimes units d)) else (c = d))).
Definition biasRatesFit (c : Q) (d : Q) (l : Z) (n : Z) (units : Z) : Prop :=
  (if (n =? l) then (d = (nTimes units c)) else (c = d)).
Definition collapsedUnits (M2 : Mat) (M : Mat) (l : Z) (units : Z) : Prop :=
  (((rows M2) = (rows M)) /\ (forall k : Z, (((0 <= k) /\ (k < (rows M))) -> (collapsedVec (row M2 k) (row M k) l k units)))).
Definition collapsedDeltas (M2 : Mat) (M : Mat) (l : Z) (units : Z) : Prop :=
  (((rows M2) = (rows M)) /\ (forall k : Z, (((0 <= k) /\ (k < (rows M))) -> (collapsedDelta (row M2 k) (row M k) l k units)))).
Definition collapsedBiases (M2 : Mat) (M : Mat) (l : Z) (units : Z) : Prop :=
  (((rows M2) = (rows M)) /\ (forall k : Z, (collapsedBias (row M2 k) (row M k) l k units))).
Definition collapsedBiasGradient (M2 : Mat) (M : Mat) (l : Z) (units : Z) : Prop :=
  (((rows M2) = (rows M)) /\ (forall k : Z, (collapsedGradientVec (row M2 k) (row M k) l k units))).
Definition collapsedWeights (S2 : Stack) (S : Stack) (l : Z) (units : Z) : Prop :=
  (((((depth S2) = (depth S)) /\ (0 <= l)) /\ (l < ((depth S) - 1))) /\ (forall k : Z, (((0 <= k) /\ (k < (depth S))) -> (collapsedMat (layer S2 k) (layer S k) l k units)))).
Definition collapsedWeightGradient (S2 : Stack) (S : Stack) (l : Z) (units : Z) : Prop :=
  (((((depth S2) = (depth S)) /\ (0 <= l)) /\ (l < ((depth S) - 1))) /\ (forall k : Z, (((0 <= k) /\ (k < (depth S))) -> (collapsedGradientMat (layer S2 k) (layer S k) l k units)))).
Definition collapsedLoss (w2 : Vec) (w : Vec) (l : Z) (units : Z) : Prop :=
  (w2 = w).
Definition collapsedDeltasFrom (S2 : Stack) (S : Stack) (F : Activations) (q : Q) (M2 : Mat) (M : Mat) (w2 : Vec) (w : Vec) (l : Z) (units : Z) (n : Z) : Prop :=
  (forall k : Z, ((((((depth S) - 1) - n) <= k) /\ (0 <= k)) -> (collapsedDelta (delta S2 F q M2 w2 k) (delta S F q M w k) l k units))).
Definition permutes (P : Perm) (n : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (swaps P))) -> ((0 <= (swapAt P k)) /\ (((swapAt P k) + 1) < n)))).
Definition keeps (P : Perm) (n : Z) (j : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < j)) <-> ((0 <= (image P n k)) /\ ((image P n k) < j)))).
Definition dotKept (u : Vec) (v : Vec) (P : Perm) (n : Z) (i : Z) : Prop :=
  ((dotImage u v P n i) = (dot u v i)).
Definition permutedEntries (u2 : Vec) (u : Vec) (P : Perm) : Prop :=
  (forall k : Z, ((at_ u2 k) = (at_ u (image P (swaps P) k)))).
Definition permutedVec (u2 : Vec) (u : Vec) (P : Perm) : Prop :=
  ((((len u2) = (len u)) /\ (permutes P (len u))) /\ (permutedEntries u2 u P)).
Definition permutedBias (u2 : Vec) (u : Vec) (P : Perm) : Prop :=
  (if ((len u) =? 0) then (u2 = u) else (permutedVec u2 u P)).
Definition permutedRows (M2 : Mat) (M : Mat) (P : Perm) : Prop :=
  ((((rows M2) = (rows M)) /\ (permutes P (rows M))) /\ (forall k : Z, ((row M2 k) = (row M (image P (swaps P) k))))).
Definition permutedColumns (M2 : Mat) (M : Mat) (P : Perm) : Prop :=
  (((rows M2) = (rows M)) /\ (forall k : Z, (((0 <= k) /\ (k < (rows M))) -> (permutedVec (row M2 k) (row M k) P)))).
Definition renumberedVec (u2 : Vec) (u : Vec) (l : Z) (n : Z) (P : Perm) : Prop :=
  (if (n =? l) then (permutedVec u2 u P) else (u2 = u)).
Definition renumberedBias (u2 : Vec) (u : Vec) (l : Z) (n : Z) (P : Perm) : Prop :=
  (if (n =? l) then (permutedBias u2 u P) else (u2 = u)).
Definition renumberedMat (M2 : Mat) (M : Mat) (l : Z) (n : Z) (P : Perm) : Prop :=
  (if (n =? l) then (permutedRows M2 M P) else (if (n =? (l + 1)) then (permutedColumns M2 M P) else (M2 = M))).
Definition renumberedUnits (M2 : Mat) (M : Mat) (l : Z) (P : Perm) : Prop :=
  (((rows M2) = (rows M)) /\ (forall k : Z, (((0 <= k) /\ (k < (rows M))) -> (renumberedVec (row M2 k) (row M k) l k P)))).
Definition renumberedBiases (B2 : Mat) (B : Mat) (l : Z) (P : Perm) : Prop :=
  (((rows B2) = (rows B)) /\ (forall k : Z, (renumberedBias (row B2 k) (row B k) l k P))).
Definition renumberedWeights (S2 : Stack) (S : Stack) (l : Z) (P : Perm) : Prop :=
  (((((depth S2) = (depth S)) /\ (0 <= l)) /\ (l < ((depth S) - 1))) /\ (forall k : Z, (((0 <= k) /\ (k < (depth S))) -> (renumberedMat (layer S2 k) (layer S k) l k P)))).
Definition renumbered (t2 : TrainingState) (t : TrainingState) (l : Z) (P : Perm) : Prop :=
  ((((renumberedWeights (weightsOf t2) (weightsOf t) l P) /\ (renumberedBiases (biasesOf t2) (biasesOf t) l P)) /\ (renumberedWeights (velocityOfWeights t2) (velocityOfWeights t) l P)) /\ (renumberedBiases (velocityOfBiases t2) (velocityOfBiases t) l P)).
Definition renumberedLoss (w2 : Vec) (w : Vec) (l : Z) (P : Perm) : Prop :=
  (w2 = w).
Definition renumberedDeltasFrom (S2 : Stack) (S : Stack) (F : Activations) (q : Q) (M2 : Mat) (M : Mat) (w2 : Vec) (w : Vec) (l : Z) (P : Perm) (n : Z) : Prop :=
  (forall k : Z, ((((((depth S) - 1) - n) <= k) /\ (0 <= k)) -> (renumberedVec (delta S2 F q M2 w2 k) (delta S F q M w k) l k P))).
Definition noBiases (B : Mat) : Prop :=
  (forall k : Z, ((len (row B k)) = 0)).
Definition eulerDeltas (S : Stack) (B : Mat) (F : Activations) (q : Q) (v : Vec) (w : Vec) (n : Z) : Prop :=
  (forall k : Z, ((((((0 <= k) /\ ((((depth S) - 1) - n) <= k)) /\ (k < (depth S))) /\ (unfoldDelta k)) /\ (unfoldLayer (k + 1))) -> (((dot (delta S F q (preactivationsOf S B F v) w k) (preactivation S B F v k) (rows (layer S k))) = (dot w (preactivation S B F v ((depth S) - 1)) (len w))) /\ ((len (delta S F q (preactivationsOf S B F v) w k)) = (rows (layer S k)))))).
Definition eulersIdentity (S : Stack) (B : Mat) (F : Activations) (T : Stack) (v : Vec) (w : Vec) : Prop :=
  (forall k : Z, ((((0 <= k) /\ (k < (depth S))) /\ (unfoldLayer k)) -> ((frobenius (layer S k) (layer T k) (rows (layer S k))) = (dot w (preactivation S B F v ((depth S) - 1)) (len w))))).
Definition flatBelowZero (F : Activations) (q : Q) : Prop :=
  (forall z : Q, (((qSignum z) < 0) -> ((slope (activationAt F 0) q z) = qZero))).
Definition zeroFeatureIn (X : Mat) (i : Z) : Prop :=
  (forall k : Z, ((at_ (row X k) i) = qZero)).
Definition zeroFeature (XX : Stack) (i : Z) : Prop :=
  (forall k : Z, (zeroFeatureIn (layer XX k) i)).
Definition zeroColumn (M : Mat) (i : Z) : Prop :=
  (forall k : Z, ((at_ (row M k) i) = qZero)).
Definition sameColumn (M : Mat) (N : Mat) (i : Z) : Prop :=
  (((rows M) = (rows N)) /\ (forall k : Z, (((0 <= k) /\ (k < (rows M))) -> ((at_ (row M k) i) = (at_ (row N k) i))))).
Definition frozenColumn (t : TrainingState) (s : TrainingState) (i : Z) : Prop :=
  ((((depth (weightsOf t)) >= 1) /\ (sameColumn (layer (weightsOf t) 0) (layer (weightsOf s) 0) i)) /\ (zeroColumn (layer (velocityOfWeights t) 0) i)).
Definition flatOn (M : Mat) (u : Vec) (F : Activations) (q : Q) (v : Vec) (i : Z) : Prop :=
  ((slope (activationAt F 0) q (at_ (affine M u v) i)) = qZero).
Definition noSlopeOn (M : Mat) (u : Vec) (F : Activations) (q : Q) (X : Mat) (i : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (rows X))) -> (flatOn M u F q (row X k) i))).
Definition noSlope (S : Stack) (B : Mat) (F : Activations) (q : Q) (XX : Stack) (i : Z) : Prop :=
  (forall k : Z, (noSlopeOn (layer S 0) (row B 0) F q (layer XX k) i)).
Definition sameRow (M : Mat) (N : Mat) (i : Z) : Prop :=
  (((rows M) = (rows N)) /\ ((row M i) = (row N i))).
Definition sameEntry (u : Vec) (v : Vec) (i : Z) : Prop :=
  (((len u) = (len v)) /\ ((at_ u i) = (at_ v i))).
Definition zeroRow (M : Mat) (i : Z) : Prop :=
  (forall k : Z, ((at_ (row M i) k) = qZero)).
Definition zeroEntry (u : Vec) (i : Z) : Prop :=
  ((at_ u i) = qZero).
Definition frozenUnit (t : TrainingState) (s : TrainingState) (i : Z) : Prop :=
  (((((((((depth (weightsOf t)) >= 2) /\ ((rows (biasesOf t)) >= 1)) /\ (0 <= i)) /\ (i < (rows (layer (weightsOf t) 0)))) /\ (sameRow (layer (weightsOf t) 0) (layer (weightsOf s) 0) i)) /\ (sameEntry (row (biasesOf t) 0) (row (biasesOf s) 0) i)) /\ (zeroRow (layer (velocityOfWeights t) 0) i)) /\ (zeroEntry (row (velocityOfBiases t) 0) i)).
Definition negativeAt (M : Mat) (u : Vec) (v : Vec) (i : Z) : Prop :=
  ((qSignum (at_ (affine M u v) i)) < 0).
Definition negativeOn (S : Stack) (B : Mat) (XX : Stack) (i : Z) : Prop :=
  (forall k : Z, (forall l : Z, (((0 <= l) /\ (l < (rows (layer XX k)))) -> (negativeAt (layer S 0) (row B 0) (row (layer XX k) l) i)))).
Definition eachRateFits (v : Vec) (q : Q) (l : Z) (units : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (len v))) -> (ratesFit (qNeg (at_ v k)) (qNeg q) l k units))).
Definition eachBiasRateFits (v : Vec) (q : Q) (l : Z) (units : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (len v))) -> (biasRatesFit (qNeg (at_ v k)) (qNeg q) l k units))).
Definition allRatesFit (R : Mat) (v : Vec) (l : Z) (units : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (rows R))) -> (eachRateFits (row R k) (at_ v k) l units))).
Definition allBiasRatesFit (R : Mat) (v : Vec) (l : Z) (units : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (rows R))) -> (eachBiasRateFits (row R k) (at_ v k) l units))).
Definition silent (S : Stack) (B : Mat) : Prop :=
  ((isZeroMat (layer S 0)) /\ (zeroRows B ((depth S) - 1))).
Definition flatAtZero (F : Activations) (q : Q) (n : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < n)) -> ((slope (activationAt F k) q qZero) = qZero))).
Definition sameWeights (S : Stack) (T : Stack) : Prop :=
  (S = T).
Definition sameHiddenBiases (M : Mat) (N : Mat) (n : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < n)) -> ((row M k) = (row N k)))).
Definition silentState (t : TrainingState) (s : TrainingState) : Prop :=
  (((((((2 <= (depth (weightsOf t))) /\ ((rows (biasesOf t)) = (depth (weightsOf t)))) /\ (sameWeights (weightsOf t) (weightsOf s))) /\ (sameHiddenBiases (biasesOf t) (biasesOf s) ((depth (weightsOf t)) - 1))) /\ (silent (weightsOf t) (biasesOf t))) /\ (isZeroStack (velocityOfWeights t))) /\ (zeroRows (velocityOfBiases t) ((depth (weightsOf t)) - 1))).
Definition minorsVanish (S : Stack) : Prop :=
  (forall k : Z, (forall k2 : Z, (forall k3 : Z, (forall k4 : Z, (forall k5 : Z, (((0 <= k) /\ (k < (depth S))) -> ((qMul (at_ (row (layer S k) k2) k4) (at_ (row (layer S k) k3) k5)) = (qMul (at_ (row (layer S k) k2) k5) (at_ (row (layer S k) k3) k4))))))))).
Definition orthogonal (v : Vec) (X : Mat) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (rows X))) -> ((dot (row X k) v (len v)) = qZero))).
Definition orthogonalToAll (v : Vec) (XX : Stack) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (depth XX))) -> (orthogonal v (layer XX k)))).
Definition innerProducts (t : TrainingState) (v : Vec) (j : Z) (d : Q) : Prop :=
  (((((((network (weightsOf t) (biasesOf t)) /\ (sameStackShape (velocityOfWeights t) (weightsOf t))) /\ ((inputs (weightsOf t)) = (len v))) /\ (0 <= j)) /\ (j < (rows (layer (weightsOf t) 0)))) /\ ((dot (row (layer (weightsOf t) 0) j) v (len v)) = d)) /\ ((dot (row (layer (velocityOfWeights t) 0) j) v (len v)) = qZero)).
End Words.
