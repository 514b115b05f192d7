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
Definition zeroTail (S : Stack) (B : Mat) : Prop :=
  (((isZeroMat (layer S ((depth S) - 1))) /\ (isZeroMat (layer S ((depth S) - 2)))) /\ (isZeroVec (row B ((depth S) - 2)))).
Definition zeroAtZeroAt (F : Activations) (n : Z) : Prop :=
  ((sigma (activationAt F n) qZero) = qZero).
Definition zeroTailState (t : TrainingState) (s : TrainingState) : Prop :=
  (((((((2 <= (depth (weightsOf t))) /\ ((rows (biasesOf t)) = (depth (weightsOf t)))) /\ (sameWeights (weightsOf t) (weightsOf s))) /\ (sameHiddenBiases (biasesOf t) (biasesOf s) ((depth (weightsOf t)) - 1))) /\ (zeroTail (weightsOf t) (biasesOf t))) /\ (isZeroStack (velocityOfWeights t))) /\ (zeroRows (velocityOfBiases t) ((depth (weightsOf t)) - 1))).
Definition zeroTailDeltas (S : Stack) (F : Activations) (q : Q) (M : Mat) (w : Vec) (n : Z) : Prop :=
  (forall k : Z, ((((((depth S) - 1) - n) <= k) /\ (k < ((depth S) - 1))) -> (isZeroVec (delta S F q M w k)))).
Definition takesErrors (o : Obj) : Prop :=
  (forall x : Vec, (forall y : Vec, (((len x) = (len y)) -> ((lossDerivative o x y) = y)))).
Definition errorsFit (YY : Stack) (S : Stack) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (depth YY))) -> (hasColumns (layer YY k) (rows (layer S ((depth S) - 1)))))).
Definition zeroLayersBelow (S : Stack) (n : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < n)) -> (isZeroMat (layer S k)))).
Definition likeIdentity (act : Obj) (q : Q) : Prop :=
  (forall z : Q, (((sigma act z) = z) /\ ((slope act q z) = qOne))).
Definition likeIdentities (F : Activations) (q : Q) (n : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < n)) -> (likeIdentity (activationAt F k) q))).
Definition notOpposite (u : Vec) (v : Vec) : Prop :=
  (0 <= ((qSignum (at_ u 0)) * (qSignum (at_ v 0)))).
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
Definition deadBelowZero (F : Activations) (q : Q) (l : Z) : Prop :=
  (forall z : Q, (((qSignum z) < 0) -> (((sigma (activationAt F l) z) = qZero) /\ ((slope (activationAt F l) q z) = qZero)))).
Definition negativeVec (v : Vec) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (len v))) -> ((qSignum (at_ v k)) < 0))).
Definition deadAt (S : Stack) (B : Mat) (F : Activations) (v : Vec) (l : Z) : Prop :=
  (negativeVec (preactivation S B F v l)).
Definition deadOn (S : Stack) (B : Mat) (F : Activations) (X : Mat) (l : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (rows X))) -> (deadAt S B F (row X k) l))).
Definition deadOnAll (S : Stack) (B : Mat) (F : Activations) (XX : Stack) (l : Z) : Prop :=
  (forall k : Z, (deadOn S B F (layer XX k) l)).
Definition zeroToAbove (S : Stack) (l : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k <= (l + 1))) -> (isZeroMat (layer S k)))).
Definition sameToAbove (S : Stack) (T : Stack) (l : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k <= (l + 1))) -> ((layer S k) = (layer T k)))).
Definition zeroRowsTo (B : Mat) (l : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k <= l)) -> (isZeroVec (row B k)))).
Definition sameRowsTo (M : Mat) (N : Mat) (l : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k <= l)) -> ((row M k) = (row N k)))).
Definition zeroDeltas (S : Stack) (F : Activations) (q : Q) (M : Mat) (w : Vec) (l : Z) (n : Z) : Prop :=
  (forall k : Z, ((((0 <= k) /\ ((l - n) <= k)) /\ (k <= l)) -> (isZeroVec (delta S F q M w k)))).
Definition equalInput (S : Stack) (B : Mat) (T : Stack) (N : Mat) (F : Activations) (v : Vec) (w : Vec) (n : Z) : Prop :=
  ((input S B F v n) = (input T N F w n)).
Definition equalOutput (S : Stack) (B : Mat) (F : Activations) (v : Vec) (w : Vec) : Prop :=
  ((preactivation S B F v ((depth S) - 1)) = (preactivation S B F w ((depth S) - 1))).
Definition constantOn (S : Stack) (B : Mat) (F : Activations) (XX : Stack) : Prop :=
  (forall k : Z, (forall k2 : Z, (forall m2 : Z, (forall n2 : Z, (((((0 <= k2) /\ (k2 < (rows (layer XX k)))) /\ (0 <= n2)) /\ (n2 < (rows (layer XX m2)))) -> (equalOutput S B F (row (layer XX k) k2) (row (layer XX m2) n2))))))).
Definition deadState (t : TrainingState) (s : TrainingState) (l : Z) : Prop :=
  (((((((0 <= l) /\ (l < ((depth (weightsOf t)) - 1))) /\ ((rows (biasesOf t)) = (depth (weightsOf t)))) /\ (sameToAbove (weightsOf t) (weightsOf s) l)) /\ (sameRowsTo (biasesOf t) (biasesOf s) l)) /\ (zeroToAbove (velocityOfWeights t) l)) /\ (zeroRowsTo (velocityOfBiases t) l)).
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
Definition treatsAlike (o : Obj) (i : Z) (j : Z) : Prop :=
  (forall f : Vec, (forall y : Vec, (((equalEntries f i j) /\ (equalEntries y i j)) -> (equalEntries (lossDerivative o f y) i j)))).
Definition equalLastRows (S : Stack) (i : Z) (j : Z) : Prop :=
  (equalRows (layer S ((depth S) - 1)) i j).
Definition equalLastBias (B : Mat) (i : Z) (j : Z) : Prop :=
  (equalBias (row B ((rows B) - 1)) i j).
Definition equalOutputs (t : TrainingState) (i : Z) (j : Z) : Prop :=
  ((((((((1 <= (depth (weightsOf t))) /\ ((rows (biasesOf t)) = (depth (weightsOf t)))) /\ ((depth (velocityOfWeights t)) = (depth (weightsOf t)))) /\ ((rows (velocityOfBiases t)) = (depth (weightsOf t)))) /\ (equalLastRows (weightsOf t) i j)) /\ (equalLastBias (biasesOf t) i j)) /\ (equalLastRows (velocityOfWeights t) i j)) /\ (equalLastBias (velocityOfBiases t) i j)).
Definition zeroErrors (S : Stack) (F : Activations) (q : Q) (M : Mat) (w : Vec) (l : Z) (n : Z) : Prop :=
  (forall k : Z, ((((l - n) <= k) /\ (k <= l)) -> (isZeroVec (delta S F q M w k)))).
Definition flatAt (S : Stack) (B : Mat) (F : Activations) (o : Obj) (u : Vec) (v : Vec) : Prop :=
  (isZeroVec (lossDerivativeAtOutput S B F o u v)).
Definition flatOnBatch (S : Stack) (B : Mat) (F : Activations) (o : Obj) (X : Mat) (Y : Mat) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (rows X))) -> (flatAt S B F o (row X k) (row Y k)))).
Definition flatOnBatches (S : Stack) (B : Mat) (F : Activations) (o : Obj) (XX : Stack) (YY : Stack) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (depth XX))) -> (flatOnBatch S B F o (layer XX k) (layer YY k)))).
Definition flatAtOutputZero (o : Obj) (YY : Stack) (n : Z) : Prop :=
  (forall k : Z, (forall k2 : Z, (((((0 <= k) /\ (k < (depth YY))) /\ (0 <= k2)) /\ (k2 < (rows (layer YY k)))) -> (isZeroVec (lossDerivative o (zeroVec n) (row (layer YY k) k2)))))).
Definition stillState (t : TrainingState) (s : TrainingState) : Prop :=
  (((((weightsOf t) = (weightsOf s)) /\ ((biasesOf t) = (biasesOf s))) /\ (isZeroStack (velocityOfWeights t))) /\ (isZeroMat (velocityOfBiases t))).
Definition allZero (t : TrainingState) : Prop :=
  ((((isZeroStack (weightsOf t)) /\ (isZeroMat (biasesOf t))) /\ (isZeroStack (velocityOfWeights t))) /\ (isZeroMat (velocityOfBiases t))).
Definition alikeRows (M : Mat) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (rows M))) -> ((row M k) = (row M 0)))).
Definition alikeOutputRows (S : Stack) : Prop :=
  (alikeRows (layer S ((depth S) - 1))).
Definition zeroLayers (S : Stack) (n : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < n)) -> (isZeroMat (layer S k)))).
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
Definition reluWith (act : Obj) (q : Q) : Prop :=
  (forall z : Q, (((sigma act z) = (relu z)) /\ ((slope act q z) = (reluSlope q z)))).
Definition half (q : Q) : Prop :=
  ((qAdd q q) = qOne).
Definition depthTwo (S : Stack) : Prop :=
  ((depth S) = 2).
Definition directionOf (T : Stack) (N : Mat) (S : Stack) (B : Mat) : Prop :=
  ((sameStackShape T S) /\ (sameShape N B)).
Definition eachRateFits (v : Vec) (q : Q) (l : Z) (units : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (len v))) -> (ratesFit (qNeg (at_ v k)) (qNeg q) l k units))).
Definition eachBiasRateFits (v : Vec) (q : Q) (l : Z) (units : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (len v))) -> (biasRatesFit (qNeg (at_ v k)) (qNeg q) l k units))).
Definition allRatesFit (R : Mat) (v : Vec) (l : Z) (units : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (rows R))) -> (eachRateFits (row R k) (at_ v k) l units))).
Definition allBiasRatesFit (R : Mat) (v : Vec) (l : Z) (units : Z) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (rows R))) -> (eachBiasRateFits (row R k) (at_ v k) l units))).
Definition prunedWeights (S : Stack) (l : Z) (i : Z) : Prop :=
  ((zeroRow (layer S l) i) /\ (zeroColumn (layer S (l + 1)) i)).
Definition prunedState (t : TrainingState) (l : Z) (i : Z) : Prop :=
  ((((((((0 <= l) /\ (l < ((depth (weightsOf t)) - 1))) /\ (0 <= i)) /\ (i < (rows (layer (weightsOf t) l)))) /\ (prunedWeights (weightsOf t) l i)) /\ (zeroEntry (row (biasesOf t) l) i)) /\ (prunedWeights (velocityOfWeights t) l i)) /\ (zeroEntry (row (velocityOfBiases t) l) i)).
Definition aboveEveryMargin (d : Q) (M : Mat) (u : Vec) (X : Mat) (Y : Mat) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (rows M))) -> ((aboveMargins d qOne (row M k) (at_ u k) X Y) /\ (aboveMargins d (qNeg qOne) (row M k) (at_ u k) X Y)))).
Definition unchangedByScale (o : Obj) (c : Q) : Prop :=
  (forall x : Vec, (forall y : Vec, ((lossDerivative o (scaled c x) y) = (lossDerivative o x y)))).
Definition multiple (u : Vec) (v : Vec) (c : Q) : Prop :=
  (((len u) = (len v)) /\ (forall k : Z, (((0 <= k) /\ (k < (len v))) -> ((at_ u k) = (qMul c (at_ v k)))))).
Definition rateTimes (q : Q) (r : Q) (c : Q) : Prop :=
  (q = (qMul c r)).
Definition scaledLayer (S2 : Stack) (B2 : Mat) (S : Stack) (B : Mat) (c : Q) : Prop :=
  ((((((((depth S2) = 1) /\ ((depth S) = 1)) /\ ((rows B2) = 1)) /\ ((rows B) = 1)) /\ (multiple (row B2 0) (row B 0) c)) /\ ((rows (layer S2 0)) = (rows (layer S 0)))) /\ (forall k : Z, (((0 <= k) /\ (k < (rows (layer S 0)))) -> (multiple (row (layer S2 0) k) (row (layer S 0) k) c)))).
Definition scaledState (s : TrainingState) (t : TrainingState) (c : Q) : Prop :=
  (((scaledLayer (weightsOf s) (biasesOf s) (weightsOf t) (biasesOf t) c) /\ ((velocityOfWeights s) = (velocityOfWeights t))) /\ ((velocityOfBiases s) = (velocityOfBiases t))).
Definition zeroLayer (t : TrainingState) : Prop :=
  (((((depth (weightsOf t)) = 1) /\ ((rows (biasesOf t)) = 1)) /\ (forall m : Z, ((at_ (row (biasesOf t) 0) m) = qZero))) /\ (forall k : Z, (forall m : Z, ((at_ (row (layer (weightsOf t) 0) k) m) = qZero)))).
Definition minorsVanish (S : Stack) : Prop :=
  (forall k : Z, (forall k2 : Z, (forall k3 : Z, (forall k4 : Z, (forall k5 : Z, (((0 <= k) /\ (k < (depth S))) -> ((qMul (at_ (row (layer S k) k2) k4) (at_ (row (layer S k) k3) k5)) = (qMul (at_ (row (layer S k) k2) k5) (at_ (row (layer S k) k3) k4))))))))).
Definition orthogonal (v : Vec) (X : Mat) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (rows X))) -> ((dot (row X k) v (len v)) = qZero))).
Definition orthogonalToAll (v : Vec) (XX : Stack) : Prop :=
  (forall k : Z, (((0 <= k) /\ (k < (depth XX))) -> (orthogonal v (layer XX k)))).
Definition innerProducts (t : TrainingState) (v : Vec) (j : Z) (d : Q) : Prop :=
  (((((((network (weightsOf t) (biasesOf t)) /\ (sameStackShape (velocityOfWeights t) (weightsOf t))) /\ ((inputs (weightsOf t)) = (len v))) /\ (0 <= j)) /\ (j < (rows (layer (weightsOf t) 0)))) /\ ((dot (row (layer (weightsOf t) 0) j) v (len v)) = d)) /\ ((dot (row (layer (velocityOfWeights t) 0) j) v (len v)) = qZero)).
Definition areShares (alpha : Q) (beta : Q) : Prop :=
  ((qAdd alpha beta) = qOne).
Definition splitVec (u2 : Vec) (u : Vec) (units : Z) : Prop :=
  (((((units >= 1) /\ ((len u2) = units)) /\ ((len u) = (units + 1))) /\ ((at_ u units) = (at_ u2 (units - 1)))) /\ (forall k : Z, (((0 <= k) /\ (k < units)) -> ((at_ u k) = (at_ u2 k))))).
Definition partedVec (u2 : Vec) (u : Vec) (units : Z) (alpha : Q) (beta : Q) : Prop :=
  ((((((units >= 1) /\ ((len u2) = units)) /\ ((len u) = (units + 1))) /\ ((at_ u (units - 1)) = (qMul alpha (at_ u2 (units - 1))))) /\ ((at_ u units) = (qMul beta (at_ u2 (units - 1))))) /\ (forall k : Z, (((0 <= k) /\ (k < (units - 1))) -> ((at_ u k) = (at_ u2 k))))).
Definition splitRows (M2 : Mat) (M : Mat) (units : Z) : Prop :=
  (((((units >= 1) /\ ((rows M2) = units)) /\ ((rows M) = (units + 1))) /\ ((row M units) = (row M2 (units - 1)))) /\ (forall k : Z, (((0 <= k) /\ (k < units)) -> ((row M k) = (row M2 k))))).
Definition partedRows (M2 : Mat) (M : Mat) (units : Z) (alpha : Q) (beta : Q) : Prop :=
  ((((((units >= 1) /\ ((rows M2) = units)) /\ ((rows M) = (units + 1))) /\ ((row M (units - 1)) = (scaled alpha (row M2 (units - 1))))) /\ ((row M units) = (scaled beta (row M2 (units - 1))))) /\ (forall k : Z, (((0 <= k) /\ (k < (units - 1))) -> ((row M k) = (row M2 k))))).
Definition partedColumns (M2 : Mat) (M : Mat) (units : Z) (alpha : Q) (beta : Q) : Prop :=
  (((rows M2) = (rows M)) /\ (forall k : Z, (((0 <= k) /\ (k < (rows M))) -> (partedVec (row M2 k) (row M k) units alpha beta)))).
Definition splitColumns (M2 : Mat) (M : Mat) (units : Z) : Prop :=
  (((rows M2) = (rows M)) /\ (forall k : Z, (((0 <= k) /\ (k < (rows M))) -> (splitVec (row M2 k) (row M k) units)))).
Definition splitUnits (u2 : Vec) (u : Vec) (l : Z) (n : Z) (units : Z) (alpha : Q) (beta : Q) : Prop :=
  (if (n =? l) then (splitVec u2 u units) else (u2 = u)).
Definition partedErrors (u2 : Vec) (u : Vec) (l : Z) (n : Z) (units : Z) (alpha : Q) (beta : Q) : Prop :=
  (if (n =? l) then (partedVec u2 u units alpha beta) else (u2 = u)).
Definition splitBias (u2 : Vec) (u : Vec) (l : Z) (n : Z) (units : Z) : Prop :=
  (if (n =? l) then (if ((len u) =? 0) then (u2 = u) else (splitVec u2 u units)) else (u2 = u)).
Definition partedBias (u2 : Vec) (u : Vec) (l : Z) (n : Z) (units : Z) (alpha : Q) (beta : Q) : Prop :=
  (if (n =? l) then (if ((len u) =? 0) then (u2 = u) else (partedVec u2 u units alpha beta)) else (u2 = u)).
Definition splitMat (M2 : Mat) (M : Mat) (l : Z) (n : Z) (units : Z) (alpha : Q) (beta : Q) : Prop :=
  ((areShares alpha beta) /\ (if (n =? l) then (splitRows M2 M units) else (if (n =? (l + 1)) then (partedColumns M2 M units alpha beta) else (M2 = M)))).
Definition partedMat (M2 : Mat) (M : Mat) (l : Z) (n : Z) (units : Z) (alpha : Q) (beta : Q) : Prop :=
  (if (n =? l) then (partedRows M2 M units alpha beta) else (if (n =? (l + 1)) then (splitColumns M2 M units) else (M2 = M))).
Definition splitPreactivations (M2 : Mat) (M : Mat) (l : Z) (units : Z) (alpha : Q) (beta : Q) : Prop :=
  (((rows M2) = (rows M)) /\ (forall k : Z, (((0 <= k) /\ (k < (rows M))) -> (splitUnits (row M2 k) (row M k) l k units alpha beta)))).
Definition partedDeltas (M2 : Mat) (M : Mat) (l : Z) (units : Z) (alpha : Q) (beta : Q) : Prop :=
  (((rows M2) = (rows M)) /\ (forall k : Z, (((0 <= k) /\ (k < (rows M))) -> (partedErrors (row M2 k) (row M k) l k units alpha beta)))).
Definition splitBiases (M2 : Mat) (M : Mat) (l : Z) (units : Z) : Prop :=
  (((rows M2) = (rows M)) /\ (forall k : Z, (splitBias (row M2 k) (row M k) l k units))).
Definition partedBiases (M2 : Mat) (M : Mat) (l : Z) (units : Z) (alpha : Q) (beta : Q) : Prop :=
  (((rows M2) = (rows M)) /\ (forall k : Z, (partedBias (row M2 k) (row M k) l k units alpha beta))).
Definition splitWeights (S2 : Stack) (S : Stack) (l : Z) (units : Z) (alpha : Q) (beta : Q) : Prop :=
  (((((depth S2) = (depth S)) /\ (0 <= l)) /\ (l < ((depth S) - 1))) /\ (forall k : Z, (((0 <= k) /\ (k < (depth S))) -> (splitMat (layer S2 k) (layer S k) l k units alpha beta)))).
Definition partedWeights (S2 : Stack) (S : Stack) (l : Z) (units : Z) (alpha : Q) (beta : Q) : Prop :=
  (((((depth S2) = (depth S)) /\ (0 <= l)) /\ (l < ((depth S) - 1))) /\ (forall k : Z, (((0 <= k) /\ (k < (depth S))) -> (partedMat (layer S2 k) (layer S k) l k units alpha beta)))).
Definition sameLoss (w2 : Vec) (w : Vec) (l : Z) (units : Z) (alpha : Q) (beta : Q) : Prop :=
  (w2 = w).
Definition partedDeltasFrom (S2 : Stack) (S : Stack) (F : Activations) (q : Q) (M2 : Mat) (M : Mat) (w2 : Vec) (w : Vec) (l : Z) (units : Z) (alpha : Q) (beta : Q) (n : Z) : Prop :=
  (forall k : Z, ((((((depth S) - 1) - n) <= k) /\ (0 <= k)) -> (partedErrors (delta S2 F q M2 w2 k) (delta S F q M w k) l k units alpha beta))).
End Words.
