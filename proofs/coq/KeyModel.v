(* The functions of specs/theory/symbols.key over integers, as KeY has them, so that each of its rules can be stated word for word. *)
Require Import List ZArith Lia Bool.
Import ListNotations.
Open Scope Z_scope.

Definition ith {A} (l : list A) (i : Z) (d : A) : A := if i <? 0 then d else nth (Z.to_nat i) l d.
Definition tabZ {A} (n : Z) (f : Z -> A) : list A := map (fun k => f (Z.of_nat k)) (seq 0 (Z.to_nat n)).
Definition size {A} (l : list A) : Z := Z.of_nat (length l).
Lemma size_tabZ {A} n (f : Z -> A) : size (tabZ n f) = if 0 <=? n then n else 0.
Proof. unfold size, tabZ. rewrite map_length, seq_length. destruct (Z.leb_spec 0 n); lia. Qed.
Lemma size_pos {A} (l : list A) : 0 <= size l. Proof. unfold size. lia. Qed.
Lemma ith_tabZ {A} n (f : Z -> A) i d : ith (tabZ n f) i d = if (0 <=? i) && (i <? n) then f i else d.
Proof.
  unfold ith, tabZ. destruct (Z.ltb_spec i 0); destruct (Z.leb_spec 0 i); try lia; simpl; try reflexivity.
  destruct (Z.ltb_spec i n).
  - rewrite nth_indep with (d' := f (Z.of_nat 0)) by (rewrite map_length, seq_length; lia).
    rewrite (map_nth (fun k => f (Z.of_nat k))), seq_nth by lia. f_equal. lia.
  - apply nth_overflow. rewrite map_length, seq_length. lia.
Qed.
Lemma ith_outside {A} (l : list A) i d : i < 0 \/ size l <= i -> ith l i d = d.
Proof. unfold ith, size. intros. destruct (Z.ltb_spec i 0); [reflexivity|]. apply nth_overflow. lia. Qed.

(* What KeY's theory takes as given: numbers with their operations, activations with their derivatives, losses. Nothing is assumed of them. *)
Class Key := {
  Q : Type;
  Obj : Type;
  qZero : Q;
  qOne : Q;
  qAdd : Q -> Q -> Q;
  qMul : Q -> Q -> Q;
  qNeg : Q -> Q;
  qRatio : Z -> Z -> Q;
  qSignum : Q -> Z;
  sigma : Obj -> Q -> Q;
  slope : Obj -> Q -> Q -> Q;
  lossEntry : Obj -> list Q -> list Q -> Z -> Q;
  anyInputs : Z
}.

Section Key.
Context {key : Key}.
Definition Vec := list Q.
Definition Mat := list Vec.
Definition Stack := list Mat.
Definition Activations := Z -> Obj.
Definition len (v : Vec) := size v.
Definition rows (M : Mat) := size M.
Definition depth (S : Stack) := size S.
Definition at_ (v : Vec) i : Q := ith v i qZero.
Definition emptyVec : Vec := [].
Definition emptyMat : Mat := [].
Definition row (M : Mat) i : Vec := ith M i emptyVec.
Definition layer (S : Stack) i : Mat := ith S i emptyMat.
Definition activationAt (F : Activations) (i : Z) : Obj := F i.
Record TrainingState := trainingState {
  weightsOf : Stack;
  biasesOf : Mat;
  velocityOfWeights : Stack;
  velocityOfBiases : Mat
}.
Fixpoint dotn (u v : Vec) (n : nat) : Q := match n with O => qZero | S m => qAdd (dotn u v m) (qMul (at_ u (Z.of_nat m)) (at_ v (Z.of_nat m))) end.
Definition dot u v n := dotn u v (Z.to_nat n).
Definition plusScaled (u : Vec) c (v : Vec) : Vec := tabZ (len u) (fun i => qAdd (at_ u i) (qMul c (at_ v i))).
Definition scaled c (v : Vec) : Vec := tabZ (len v) (fun i => qMul c (at_ v i)).
Definition hadamard (u v : Vec) : Vec := tabZ (len u) (fun i => qMul (at_ u i) (at_ v i)).
Definition zeroVec n : Vec := tabZ n (fun _ => qZero).
Definition activated f (v : Vec) : Vec := tabZ (len v) (fun i => sigma f (at_ v i)).
Definition slopes f k (v : Vec) : Vec := tabZ (len v) (fun i => slope f k (at_ v i)).
Definition column (M : Mat) n : Vec := tabZ (rows M) (fun i => at_ (row M i) n).
Definition affine (M : Mat) (u v : Vec) : Vec := tabZ (rows M) (fun i => if len u =? 0 then dot (row M i) v (len v) else qAdd (dot (row M i) v (len v)) (at_ u i)).
Definition transpose (M : Mat) n : Mat := tabZ n (column M).
Definition appendRow (M : Mat) (v : Vec) : Mat := tabZ (rows M + 1) (fun i => if i =? rows M then v else row M i).
Definition withRow (M : Mat) n (v : Vec) : Mat := tabZ (rows M) (fun i => if i =? n then v else row M i).
Definition outer (u v : Vec) : Mat := tabZ (len u) (fun i => scaled (at_ u i) v).
Definition matPlusScaled (M : Mat) c (N : Mat) : Mat := tabZ (rows M) (fun i => plusScaled (row M i) c (row N i)).
Definition zerosLikeMat (M : Mat) : Mat := tabZ (rows M) (fun i => zeroVec (len (row M i))).
Definition appendLayer (S : Stack) (M : Mat) : Stack := tabZ (depth S + 1) (fun i => if i =? depth S then M else layer S i).
Definition stackPlusScaled (S : Stack) c (T : Stack) : Stack := tabZ (depth S) (fun i => matPlusScaled (layer S i) c (layer T i)).
Definition zerosLikeStack (S : Stack) : Stack := tabZ (depth S) (fun i => zerosLikeMat (layer S i)).
Definition lossDerivative o (u v : Vec) : Vec := tabZ (len u) (lossEntry o u v).
Definition relu q := if 0 <? qSignum q then q else qZero.
Definition reluSlope (c q : Q) := if 0 <? qSignum q then qOne else if qSignum q <? 0 then qZero else c.
(* marks that direct KeY's search: true of every layer *)
Definition unfoldLayer (i : Z) := True.
Definition unfoldDelta (i : Z) := True.
Fixpoint inputn (S : Stack) (B : Mat) (F : Activations) (v : Vec) (k : nat) : Vec :=
  match k with O => v | Datatypes.S m => activated (activationAt F (Z.of_nat m)) (affine (layer S (Z.of_nat m)) (row B (Z.of_nat m)) (inputn S B F v m)) end.
Definition input S B F v i := inputn S B F v (Z.to_nat i).
Definition preactivation S B F v i : Vec := affine (layer S i) (row B i) (input S B F v i).
Definition preactivationsOf S B F v : Mat := tabZ (depth S) (preactivation S B F v).
Fixpoint deltan (S : Stack) (F : Activations) (q : Q) (M : Mat) (w : Vec) (k : nat) (i : Z) : Vec :=
  match k with O => w | Datatypes.S m => hadamard (affine (transpose (layer S (i + 1)) (len (row M i))) (zeroVec 0) (deltan S F q M w m (i + 1))) (slopes (activationAt F i) q (row M i)) end.
Definition delta S F q M w i := deltan S F q M w (Z.to_nat (depth S - 1 - i)) i.
Definition deltasOf S F q M w : Mat := tabZ (depth S) (delta S F q M w).
Definition layerInput (F : Activations) (v : Vec) (M : Mat) i : Vec := if i <=? 0 then v else activated (activationAt F (i - 1)) (row M (i - 1)).
Definition outerProducts (N : Mat) F v M : Stack := tabZ (rows N) (fun i => outer (row N i) (layerInput F v M i)).
Definition deltaWhereBias (u v : Vec) : Vec := if len u =? 0 then u else v.
Definition deltasWhereBias (B N : Mat) : Mat := tabZ (rows N) (fun i => deltaWhereBias (row B i) (row N i)).
Definition weightGradientOf S F q v M w := outerProducts (deltasOf S F q M w) F v M.
Definition biasGradientOf S B F q M w := deltasWhereBias B (deltasOf S F q M w).
Definition lossDerivativeAtOutput S B F o u v := lossDerivative o (preactivation S B F u (depth S - 1)) v.
Definition sampleWeightGradientOf S B F q o u v := weightGradientOf S F q u (preactivationsOf S B F u) (lossDerivativeAtOutput S B F o u v).
Definition sampleBiasGradientOf S B F q o u v := biasGradientOf S B F q (preactivationsOf S B F u) (lossDerivativeAtOutput S B F o u v).
Fixpoint sumOfWeightGradientsn S B F q o (X Y : Mat) c (n : nat) : Stack := match n with O => zerosLikeStack S | Datatypes.S m => stackPlusScaled (sumOfWeightGradientsn S B F q o X Y c m) c (sampleWeightGradientOf S B F q o (row X (Z.of_nat m)) (row Y (Z.of_nat m))) end.
Fixpoint sumOfBiasGradientsn S B F q o (X Y : Mat) c (n : nat) : Mat := match n with O => zerosLikeMat B | Datatypes.S m => matPlusScaled (sumOfBiasGradientsn S B F q o X Y c m) c (sampleBiasGradientOf S B F q o (row X (Z.of_nat m)) (row Y (Z.of_nat m))) end.
Definition sumOfWeightGradients S B F q o X Y c n := sumOfWeightGradientsn S B F q o X Y c (Z.to_nat n).
Definition sumOfBiasGradients S B F q o X Y c n := sumOfBiasGradientsn S B F q o X Y c (Z.to_nat n).
Definition batchWeightGradientOf S B F q o (X Y : Mat) := sumOfWeightGradients S B F q o X Y (qRatio 1 (rows X)) (rows X).
Definition batchBiasGradientOf S B F q o (X Y : Mat) := sumOfBiasGradients S B F q o X Y (qRatio 1 (rows X)) (rows X).
Definition updated (t : TrainingState) (T : Stack) (M : Mat) (r q d : Q) : TrainingState :=
  let VW := stackPlusScaled (stackPlusScaled T d (weightsOf t)) q (velocityOfWeights t) in let VB := matPlusScaled M q (velocityOfBiases t) in
  trainingState (stackPlusScaled (weightsOf t) (qNeg r) VW) (matPlusScaled (biasesOf t) (qNeg r) VB) VW VB.
Definition stepped t F c o X Y r q d := updated t (batchWeightGradientOf (weightsOf t) (biasesOf t) F c o X Y) (batchBiasGradientOf (weightsOf t) (biasesOf t) F c o X Y) r q d.
Fixpoint trainedn t F c o (XX YY : Stack) (w : Vec) q d (n : nat) : TrainingState :=
  match n with O => t | Datatypes.S m => stepped (trainedn t F c o XX YY w q d m) F c o (layer XX (Z.of_nat m)) (layer YY (Z.of_nat m)) (at_ w (Z.of_nat m)) q d end.
Definition trained t F c o XX YY w q d n := trainedn t F c o XX YY w q d (Z.to_nat n).
Definition inputs (S : Stack) := if rows (layer S 0) =? 0 then anyInputs else len (row (layer S 0) 0).
Definition width (S : Stack) i := if i <=? 0 then inputs S else rows (layer S (i - 1)).
(* ---- what the theorems speak of besides ---- *)
(* balanced batches, constant outputs, labels *)
Fixpoint sumOfLossDerivativesn o (u : Vec) (Y : Mat) c (n : nat) : Vec :=
  match n with O => zeroVec (len u) | Datatypes.S m => plusScaled (sumOfLossDerivativesn o u Y c m) c (lossDerivative o u (row Y (Z.of_nat m))) end.
Definition sumOfLossDerivatives o u Y c n := sumOfLossDerivativesn o u Y c (Z.to_nat n).
Fixpoint countSignn (Y : Mat) (i : Z) (n : nat) : Z :=
  match n with O => 0 | Datatypes.S m => countSignn Y i m + (if qSignum (at_ (row Y (Z.of_nat m)) 0) =? i then 1 else 0) end.
Definition countSign Y i n := countSignn Y i (Z.to_nat n).
Fixpoint surplusn (Y : Mat) (n : nat) : Z :=
  match n with O => 0 | Datatypes.S m => surplusn Y m + (if qSignum (at_ (row Y (Z.of_nat m)) 0) =? 1 then 1 else -1) end.
Definition surplus Y n := surplusn Y (Z.to_nat n).
Fixpoint timesn (q : Q) (n : nat) : Q := match n with O => qZero | Datatypes.S m => qAdd (timesn q m) q end.
Definition times q n := if 0 <=? n then timesn q (Z.to_nat n) else timesn (qNeg q) (Z.to_nat (- n)).
Definition restPreactivation (M : Mat) (u : Vec) : Vec := tabZ (rows M) (fun i => if len u =? 0 then qZero else qAdd qZero (at_ u i)).
Definition restInput (S : Stack) (B : Mat) (F : Activations) : Vec :=
  activated (activationAt F (depth S - 2)) (restPreactivation (layer S (depth S - 2)) (row B (depth S - 2))).
Definition biasOrZeros (u : Vec) n : Vec := tabZ n (fun i => if len u =? 0 then qZero else at_ u i).
Definition constant (S : Stack) (B : Mat) : Vec := biasOrZeros (row B (depth S - 1)) (rows (layer S (depth S - 1))).
Definition label (q : Q) (i : Z) : Z := if qSignum q =? 0 then i else qSignum q.
Definition constantLabel (S : Stack) (B : Mat) (i : Z) : Z := label (at_ (biasOrZeros (row B (depth S - 1)) 1) 0) i.
Definition countLabel (Y : Mat) (i n : Z) : Z := if i =? 0 then 0 else countSign Y i n.
(* laws *)
Fixpoint frobeniusn (M N : Mat) (n : nat) : Q :=
  match n with
  | O => qZero
  | Datatypes.S m => qAdd (frobeniusn M N m) (dot (row M (Z.of_nat m)) (row N (Z.of_nat m)) (len (row M (Z.of_nat m))))
  end.
Definition frobenius M N n := frobeniusn M N (Z.to_nat n).
Definition transposedTimes (M : Mat) (v : Vec) n m : Vec := tabZ m (fun i => dot (column M i) v n).
Definition incoming (S : Stack) (B : Mat) (T : Stack) (N : Mat) (l j : Z) : Q :=
  qAdd (dot (row (layer S l) j) (row (layer T l) j) (len (row (layer S l) j))) (qMul (at_ (row B l) j) (at_ (row N l) j)).
Definition outgoing (S T : Stack) (l j : Z) : Q := dot (column (layer S (l + 1)) j) (column (layer T (l + 1)) j) (rows (layer S (l + 1))).
Definition inside (i : Z) (X : Mat) : bool := (0 <=? i) && (i + 1 <? rows X).
Definition swappedRows (X : Mat) i : Mat :=
  tabZ (rows X) (fun n => if inside i X && (n =? i) then row X (i + 1) else if inside i X && (n =? i + 1) then row X i else row X n).
Definition part (X : Mat) m n : Mat := tabZ (if (0 <=? m) && (0 <=? n) && (m + n <=? rows X) then n else 0) (fun i => row X (m + i)).
Fixpoint combinationn (u : Vec) (X : Mat) (n : nat) m : Vec :=
  match n with O => zeroVec m | Datatypes.S k => plusScaled (combinationn u X k m) (at_ u (Z.of_nat k)) (row X (Z.of_nat k)) end.
Definition combination u X n m := combinationn u X (Z.to_nat n) m.
Definition coefficients S B F q o (X Y : Mat) c j : Vec :=
  tabZ (rows X) (fun i => qMul c (at_ (delta S F q (preactivationsOf S B F (row X i)) (lossDerivativeAtOutput S B F o (row X i) (row Y i)) 0) j)).
(* one small unit near zero, and what the units of a network tell of the labels *)
Definition unitAt (u : Vec) (q : Q) (v : Vec) : Q := relu (qAdd (dot u v (len v)) q).
Definition outputAt (c r q : Q) : Q := qMul (qMul c r) (qMul c q).
Definition hinge (q : Q) : Q := if 0 <? qSignum (qAdd qOne (qNeg q)) then qAdd qOne (qNeg q) else qZero.
Fixpoint nearLossn c r u q (X Y : Mat) (n : nat) : Q :=
  match n with
  | O => qZero
  | Datatypes.S m => qAdd (nearLossn c r u q X Y m)
      (hinge (qMul (at_ (row Y (Z.of_nat m)) 0) (outputAt c r (unitAt u q (row X (Z.of_nat m))))))
  end.
Definition nearLoss c r u q X Y n := nearLossn c r u q X Y (Z.to_nat n).
Definition unitVec n j (c : Q) : Vec := tabZ n (fun i => if i =? j then c else qZero).
Definition smallWeights (u : Vec) (r c : Q) j n : Stack :=
  [outer (unitVec n j c) u; outer (unitVec 1 0 (qMul c r)) (unitVec n j qOne)].
Definition smallBiases (q c : Q) j n : Mat := [unitVec n j (qMul c q); zeroVec 1].
Fixpoint correlationn u q (X Y : Mat) (n : nat) : Q :=
  match n with
  | O => qZero
  | Datatypes.S m => qAdd (correlationn u q X Y m) (qMul (at_ (row Y (Z.of_nat m)) 0) (unitAt u q (row X (Z.of_nat m))))
  end.
Definition correlation u q X Y n := correlationn u q X Y (Z.to_nat n).
Definition unitsAt (M : Mat) (u v : Vec) : Vec := tabZ (rows M) (fun i => unitAt (row M i) (at_ u i) v).
Definition firstOutput S B F v : Q := at_ (preactivation S B F v (depth S - 1)) 0.
Fixpoint labelSumn (Y : Mat) (n : nat) : Q := match n with O => qZero | Datatypes.S m => qAdd (labelSumn Y m) (at_ (row Y (Z.of_nat m)) 0) end.
Definition labelSum Y n := labelSumn Y (Z.to_nat n).
Fixpoint marginSumn S B F (X Y : Mat) (n : nat) : Q :=
  match n with
  | O => qZero
  | Datatypes.S m => qAdd (marginSumn S B F X Y m) (qMul (at_ (row Y (Z.of_nat m)) 0) (firstOutput S B F (row X (Z.of_nat m))))
  end.
Definition marginSum S B F X Y n := marginSumn S B F X Y (Z.to_nat n).
Definition correlations (M : Mat) (u : Vec) X Y n : Vec := tabZ (rows M) (fun i => correlation (row M i) (at_ u i) X Y n).
Definition marginOfUnits (S : Stack) (B X Y : Mat) n : Q :=
  qAdd (dot (row (layer S 1) 0) (correlations (layer S 0) (row B 0) X Y n) (rows (layer S 0))) (qMul (at_ (row B 1) 0) (labelSum Y n)).
(* units renumbered, counted, collapsed *)
Definition Perm := list Z.
Definition swaps (P : Perm) : Z := size P.
Definition swapAt (P : Perm) i : Z := ith P i 0.
Definition swapped (j i : Z) : Z := if i =? j then j + 1 else if i =? j + 1 then j else i.
Fixpoint imagen (P : Perm) (n : nat) (i : Z) : Z := match n with O => i | Datatypes.S m => imagen P m (swapped (swapAt P (Z.of_nat m)) i) end.
Definition image P n i := imagen P (Z.to_nat n) i.
Fixpoint dotImagen (u v : Vec) (P : Perm) m (n : nat) : Q :=
  match n with
  | O => qZero
  | Datatypes.S k => qAdd (dotImagen u v P m k) (qMul (at_ u (image P m (Z.of_nat k))) (at_ v (image P m (Z.of_nat k))))
  end.
Definition dotImage u v P m n := dotImagen u v P m (Z.to_nat n).
Definition parametersOf (t : TrainingState) : TrainingState := trainingState (weightsOf t) (biasesOf t) (weightsOf t) (biasesOf t).
Fixpoint nTimesn (n : nat) (q : Q) : Q := match n with O => qZero | Datatypes.S m => qAdd (nTimesn m q) q end.
Definition nTimes n q := nTimesn (Z.to_nat n) q.
Definition weightsDescended (S : Stack) (v : Vec) (T : Stack) : Stack := tabZ (depth S) (fun i => matPlusScaled (layer S i) (qNeg (at_ v i)) (layer T i)).
Definition biasesDescended (M : Mat) (v : Vec) (N : Mat) : Mat := tabZ (rows M) (fun i => plusScaled (row M i) (qNeg (at_ v i)) (row N i)).
End Key.
